import Councils
import Kernel
import SQLStore

/// What is kept of a person's seats and nominations, for their own copy of their data.
enum NominationCopy {
  static func tables(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let lines = try NominationLine.own(viewer: visit.viewer, reader: reader)
    let seatings = try Seating.own(viewer: visit.viewer, reader: reader)
    return [
      OwnTable(
        name: "seats", title: "Your seats in councils",
        seenBy: "everyone who finds the organization",
        columns: ["Organization", "Seat", "As", "First day", "Last day", "Ended", "Because"],
        rows: seatings.map { one in
          [
            one.organizationName, one.seatTitle, one.seating.place.rawValue,
            one.seating.startsOn.text, one.seating.endsOn.text,
            one.seating.ending?.day.text ?? "",
            visit.words(one.seating.ending?.cause.word ?? ""),
          ]
        }),
      OwnTable(
        name: "nominations", title: "For which seats you were put forward, or put others forward",
        seenBy: visit.words(
          "you, whoever put you forward, those who answer for your {program}, the {office}"),
        columns: ["Who", "Organization", "Seat", "Put forward", "Stands", "Why", "Reason"],
        rows: lines.map { line in
          [
            line.name, line.organizationName, NominationTable.seat(line),
            line.nomination.putForwardAt.text,
            OrganizationWords.nomination(line.nomination.state).word,
            line.nomination.statement, line.nomination.reason,
          ]
        }),
    ]
  }
}
