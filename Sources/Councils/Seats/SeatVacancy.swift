import Kernel
import SQLStore

/// The seats of one place as they are taken: who holds them, who waits, and what is free when.
struct SeatVacancy {
  let rule: SeatRule
  /// Those who hold a seat there or will, and those who wait, in the order in which they came.
  let open: [Seating]

  /// The open seatings of a seat.
  static func find(
    _ rule: SeatRule, _ unit: Scope, in reader: any SQLReader
  ) throws -> SeatVacancy {
    let seat = Seat(rule: rule.id, unit: unit)
    return SeatVacancy(
      rule: rule,
      open: try reader.all(
        Seating.self,
        """
        SELECT \(Seating.columns) FROM seating
        WHERE seating.rule_id = \(rule.id) AND seating.unit = \(seat.unitID)
          AND seating.ended_on IS NULL
        ORDER BY seating.seated_at, seating.id
        """))
  }

  /// A free seat for a term.
  struct Free {
    let number: Int
    /// The last day until which it is free, within the term.
    let lastDay: Day
  }

  /// The first seat that is free on the first day of a term.
  func free(from first: Day, to last: Day) -> Free? {
    for number in 1...rule.seats {
      let holders = open.filter { $0.place == .holder && $0.number == number }
      guard !holders.contains(where: { $0.startsOn <= first && $0.endsOn >= first }) else {
        continue
      }
      // Whoever comes after keeps their own days.
      let next = holders.filter { $0.startsOn > first }.map(\.startsOn).min()
      return Free(number: number, lastDay: min(last, next?.adding(days: -1) ?? last))
    }
    return nil
  }

  /// Of those who hold a seat on a day, whose term ends first.
  func holder(on day: Day) -> Seating? {
    open.filter { $0.place == .holder && $0.startsOn <= day && $0.endsOn >= day }
      .min { ($0.endsOn, $0.id) < ($1.endsOn, $1.id) }
  }

  /// Who holds one of the seats on a day.
  func holder(number: Int, on day: Day) -> Seating? {
    open.first {
      $0.place == .holder && $0.number == number && $0.startsOn <= day && $0.endsOn >= day
    }
  }

  /// Those who wait, in the order in which they came.
  var alternates: [Seating] { open.filter { $0.place == .alternate } }
}
