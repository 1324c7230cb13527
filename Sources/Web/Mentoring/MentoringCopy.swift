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
            "the {office}; your part, hopes, choices and hours also whom you are paired with, and, "
              + "in cycles where people choose each other, those who choose"),
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
        name: "mentoring-places", title: "How many people you mentor at most",
        seenBy: visit.words("the {office}"), columns: ["People"],
        rows: copy.places.map { [[String($0)]] } ?? []),
      OwnTable(
        name: "mentoring-pairs", title: "Pairs of which you are one",
        seenBy: visit.words("the two of you and the {office}"),
        columns: ["Cycle", "You are", "With", "Stands", "Since", "Ended"],
        rows: copy.pairs.map { line in
          [
            line.cycle, part(line), line.other,
            line.pair.state.rawValue, line.pair.pairedAt.text, line.pair.endedOn?.text ?? "",
          ]
        }),
      requests(copy), rankings(copy, visit), agreements(copy, visit), goals(copy),
      meetings(copy, visit), nextMeetings(copy), pulses(copy),
      OwnTable(
        name: "mentoring-apart", title: "People with whom you are never matched",
        seenBy: "you alone", columns: ["Name"], rows: copy.avoidances.map { [$0.name] }),
      answers(copy.answers, visit),
      certificates(copy.certificates, visit),
    ]
  }

  private static func part(_ line: OwnMentoring.PairLine) -> String {
    line.pair.shape == .peers ? "peer" : line.isMentee ? "mentee" : "mentor"
  }

  private static func requests(_ copy: OwnMentoring) -> OwnTable {
    OwnTable(
      name: "mentoring-requests", title: "Requests of mentees to mentors",
      seenBy: "whoever asks and whoever is asked",
      columns: ["You are", "Other", "Message", "Stands", "Asked", "Answer until"],
      rows: copy.requests.map { one in
        [
          one.side.rawValue, one.other, one.message, one.state.rawValue, one.askedAt.text,
          one.answerUntil.text,
        ]
      })
  }

  private static func rankings(_ copy: OwnMentoring, _ visit: Visit) -> OwnTable {
    OwnTable(
      name: "mentoring-rankings", title: "Whom you ranked",
      seenBy: visit.words("you and, with the matching, the {office}"),
      columns: ["Cycle", "Ranked as", "Place", "Name"],
      rows: copy.rankings.map { [$0.cycle, $0.side.rawValue, String($0.place), $0.name] })
  }

  private static func answers(_ lines: [OwnMentoring.AnswerLine], _ visit: Visit) -> OwnTable {
    OwnTable(
      name: "mentoring-answers", title: "What you answered to questionnaires of mentoring",
      seenBy: visit.words("you alone; the {office} reads means of groups that are large enough"),
      columns: ["Cycle", "When", "Sentence", "Your number", "Answered"],
      rows: lines.map { line in
        [line.cycle, line.moment.rawValue, line.item, String(line.points), line.answeredOn.text]
      })
  }

  private static func agreements(_ copy: OwnMentoring, _ visit: Visit) -> OwnTable {
    OwnTable(
      name: "mentoring-agreements", title: "Agreements of your pairs",
      seenBy: visit.words("the two of you; the {office} that they are signed"),
      columns: [
        "Cycle", "With", "Version", "Aims", "Weeks between", "Between us", "Until", "Holds",
      ],
      rows: copy.pairs.flatMap { line in
        line.agreements.map { one in
          [
            line.cycle, line.other, String(one.version), one.terms.aims,
            String(one.terms.meetEvery), one.terms.confidence, one.terms.endsOn.text,
            one.holds ? "yes" : "no",
          ]
        }
      })
  }

  private static func goals(_ copy: OwnMentoring) -> OwnTable {
    OwnTable(
      name: "mentoring-goals", title: "Goals of your pairs", seenBy: "the two of you",
      columns: ["Cycle", "With", "Goal", "Whose turn", "Until", "Stands"],
      rows: copy.pairs.flatMap { line in
        line.goals.map { one in
          [
            line.cycle, line.other, one.title,
            (one.owner == .mentee) == line.isMentee ? "you" : "the other", one.dueOn?.text ?? "",
            one.state.rawValue,
          ]
        }
      })
  }

  private static func meetings(_ copy: OwnMentoring, _ visit: Visit) -> OwnTable {
    OwnTable(
      name: "mentoring-meetings", title: "Meetings of your pairs",
      seenBy: visit.words(
        "the two of you; the days, and hours added up, also the {office}; your notes as you chose"),
      columns: ["Cycle", "With", "Day", "Minutes", "Manner", "Your note", "Shared", "Their note"],
      rows: copy.pairs.flatMap { line in
        line.checkIns.map { one in
          [
            line.cycle, line.other, one.metOn.text, String(one.minutes), one.manner.rawValue,
            one.own?.text ?? "", one.own.map { $0.isShared ? "yes" : "no" } ?? "",
            one.others ?? "",
          ]
        }
      })
  }

  private static func nextMeetings(_ copy: OwnMentoring) -> OwnTable {
    OwnTable(
      name: "mentoring-next-meetings", title: "When your pairs meet next",
      seenBy: "the two of you",
      columns: ["Cycle", "With", "Begins", "Minutes", "Where"],
      rows: copy.pairs.compactMap { line in
        line.nextMeeting.map { one in
          [line.cycle, line.other, one.beginsAt.text, String(one.minutes), one.place]
        }
      })
  }

  private static func pulses(_ copy: OwnMentoring) -> OwnTable {
    OwnTable(
      name: "mentoring-pulses", title: "How you said your pairs go",
      seenBy: "you alone, unless you let somebody know",
      columns: ["Cycle", "With", "Asked", "Answer"],
      rows: copy.pairs.flatMap { line in
        line.pulses.map { one in
          [line.cycle, line.other, one.askedOn.text, one.answer?.rawValue ?? ""]
        }
      })
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
