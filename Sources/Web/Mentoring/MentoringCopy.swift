import Kernel
import Mentoring
import SQLStore

/// What is kept of a person in mentoring, for their own copy of their data.
enum MentoringCopy {
  static func tables(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let copy = try OwnMentoring(viewer: visit.viewer, reader: reader)
    return [
      OwnTable(
        name: "mentoring-enrollments", title: "Mentoring cycles in which you enrolled",
        seenBy:
          visit.words(
            "the {office}; your part, hopes, choices and hours also whom you are paired with"),
        columns: [
          "Cycle", "Part", "Stands", "Hopes", "Chosen", "Hours", "Shared experience", "Sent",
        ],
        rows: copy.enrollments.map { line in
          let one = line.enrollment
          return [
            line.cycle, one.part.rawValue, one.state.rawValue, one.goals,
            line.chosen.joined(separator: ", "),
            MentoringWords.hours(one.hours).joined(separator: "; "), one.experience,
            one.submittedAt.text,
          ]
        }),
      OwnTable(
        name: "mentoring-pairs", title: "Pairs of which you are one",
        seenBy: visit.words("the two of you and the {office}"),
        columns: ["Cycle", "You are", "With", "Stands", "Since", "Ended"],
        rows: copy.pairs.map { line in
          [
            line.cycle, line.isMentee ? "mentee" : "mentor", line.other,
            line.pair.state.rawValue, line.pair.pairedAt.text, line.pair.endedOn?.text ?? "",
          ]
        }),
      OwnTable(
        name: "mentoring-apart", title: "People with whom you are never matched",
        seenBy: "you alone", columns: ["Name"], rows: copy.avoidances.map { [$0.name] }),
      certificates(copy.certificates, visit),
    ]
  }

  private static func certificates(
    _ certificates: [MentorCertificate], _ visit: Visit
  ) -> OwnTable {
    OwnTable(
      name: "mentoring-certificates", title: "Certificates of service that you were given",
      seenBy: visit.words(
        "you and the {office}; all but why one was revoked also whoever has its number"),
      columns: [
        "Number", "Name", "Mentoring program", "Cycle", "From", "To", "Hours", "Mentees", "Given",
        "Revoked", "Why",
      ],
      rows: certificates.map { one in
        let content = one.content
        return [
          content.code.text, content.name, content.program, content.cycle, content.begins.text,
          content.ends.text, OverviewWords.hours(content.halfHours), String(content.mentees),
          content.issuedOn.text, one.revokedOn?.text ?? "", one.reason,
        ]
      })
  }
}
