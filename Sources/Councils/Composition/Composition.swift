package import Kernel
import Roster
package import SQLStore

/// Who votes in a body today, by what they count as, beside what is required.
package struct Composition: Sendable, Equatable {
  /// What is required today, each with those who count.
  package let requirements: [Requirement]
  /// Those who vote and are required by nothing.
  package let others: [Voter]

  /// A requirement of today.
  package struct Requirement: Sendable, Equatable {
    package let rule: CompositionRule
    package let voters: [Voter]

    /// How many are missing.
    package var missing: Int { max(0, rule.atLeast - voters.count) }
  }

  /// Someone who votes, with what shows it.
  package struct Voter: Sendable, Equatable {
    package let person: PersonID
    package let name: String
    package let seatTitle: String
    package let category: SeatCategory
    /// The first day in the seat or role.
    package let since: Day
    /// The last day; nil where none is set.
    package let until: Day?
    /// What put them there, where it was an election.
    package let evidence: String
  }

  /// Whether everything required is there.
  package var isComplete: Bool { requirements.allSatisfy { $0.missing == 0 } }

  /// The composition of an organization that the viewer may see. A person counts once for each
  /// requirement.
  package static func of(
    _ organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> Composition {
    let seats = try SeatList.of(organization, viewer: viewer, reader: reader)
    let voters = voters(seats, on: viewer.today)
    let rules = try CompositionRule.all(of: organization, on: viewer.today, reader: reader)
    return Composition(
      requirements: rules.map { rule in
        Requirement(rule: rule, voters: unique(voters.filter { $0.category == rule.category }))
      },
      others: voters.filter { voter in !rules.contains { $0.category == voter.category } })
  }

  private static func voters(_ seats: SeatList, on today: Day) -> [Voter] {
    seats.rules.filter(\.rule.votes).flatMap { rule, places in
      let byRole = (seats.exOfficio[rule.id] ?? []).map { holder in
        Voter(
          person: holder.person, name: holder.name, seatTitle: rule.title,
          category: rule.category, since: holder.since, until: nil, evidence: "")
      }
      return byRole
        + places.flatMap { $0.holders(on: today) }.map { occupant in
          Voter(
            person: occupant.person, name: occupant.name, seatTitle: rule.title,
            category: rule.category, since: occupant.startsOn, until: occupant.endsOn,
            evidence: occupant.evidence)
        }
    }
  }

  private static func unique(_ voters: [Voter]) -> [Voter] {
    var seen: Set<PersonID> = []
    return voters.filter { seen.insert($0.person).inserted }
  }
}
