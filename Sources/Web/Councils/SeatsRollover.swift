import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// Seats at the turn of the year: which fall vacant, and which directors are asked to fill them.
struct SeatsRollover: PartRollover {
  /// How many of them are named.
  private static let most = 15

  func consequences(
    of rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [RolloverConsequence] {
    let seats = try FallingSeat.list(rollover, viewer: visit.viewer, reader: reader)
    let directors = try FallingSeat.directors(
      of: seats, on: visit.viewer.today, reader: reader)
    return [
      RolloverConsequence(
        heading: "Seats that fall vacant",
        sentence: "Where somebody waits as an alternate or is seated to follow, they take it.",
        lines: seats.prefix(Self.most).map { line($0, visit) }, count: seats.count),
      RolloverConsequence(
        heading: "Directors who are asked for a successor",
        sentence: visit.words("One of their {trainees} held a seat, and nobody follows yet."),
        lines: directors.prefix(Self.most).map { director in
          RolloverConsequence.Line(
            director.name, director.isDeputy ? "deputy" : "",
            PeoplePath.person.location(director.person))
        }, count: directors.count),
    ].filter { $0.count > 0 }
  }

  private func line(_ seat: FallingSeat, _ visit: Visit) -> RolloverConsequence.Line {
    let place = [seat.organizationName, seat.seatTitle, seat.unitName].compactMap(\.self)
    let why = seat.isLeaving ? "leaves" : "the term ends"
    return RolloverConsequence.Line(
      place.joined(separator: ", "),
      "\(seat.name): \(why)\(seat.isFollowed ? "; somebody follows" : "")",
      OrganizationPath.seats.location(seat.seating.organization))
  }

  func carryOut(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) throws {
    try SeatRollover(rollover, writer).carryOut(by: visit.viewer, in: visit.world)
  }

  func dependents(
    on rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [String] {
    try SeatRollover.dependents(on: rollover, reader: reader)
  }

  func undo(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) throws {
    try SeatRollover(rollover, writer).undo()
  }
}
