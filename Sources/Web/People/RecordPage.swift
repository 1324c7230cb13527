import HTML
import Kernel
import Roster

/// The personnel record: first what opening it means, then what is in it.
struct RecordPage: Sendable {
  let frame: PersonFrame

  /// Who sees the record, as the pages say it.
  static func seenBy(_ words: Words) -> String {
    words(
      "the person, the {office}, the institutional official, and the {program}'s director and "
        + "coordinator")
  }

  private var seenBy: String { "Seen by: " + Self.seenBy(frame.visit.words) }

  /// What is said before a record of someone else is opened.
  var gate: Page {
    frame.page(.record) {
      Card.of("Personnel record") {
        p {
          "The record holds the legal name, the personnel number, degrees and all appointments "
            + "with their standing."
        }
        p(.class("sees")) { seenBy }
        NoticeBox.of(
          .info, "Opening this is recorded and shown to the person, with your name and the time.")
        Form.button(
          frame.visit, "Open the record", PeoplePath.record.location(frame.person),
          style: "btn primary")
      }
    }
  }

  /// The record, opened.
  func opened(_ record: PersonnelRecord) -> Page {
    let keeps = frame.visit.viewer.mayKeepRoster
    return frame.page(.record) {
      if frame.isOwn {
        p { a(.href(PeoplePath.reads.location())) { "Who opened your record" } }
      } else {
        NoticeBox.of(.info, "This was recorded. The person can see that you opened it.")
      }
      Card.of("Person") {
        p(.class("sees")) { seenBy }
        facts(record)
      }
      Card.of("Appointments") {
        p(.class("sees")) { seenBy }
        if record.appointments.isEmpty {
          p(.class("soft")) { "There is no appointment." }
        } else {
          AppointmentTable(visit: frame.visit, lines: record.appointments, keeps: keeps).markup
        }
      }
    }
  }

  private func facts(_ record: PersonnelRecord) -> HTML {
    let person = record.person
    return Facts.of([
      Facts.Line("Legal name", HTML.element("bdi", [], [.text(person.name.legal)])),
      Facts.Line(
        "Preferred name", person.name.preferred.map { HTML.element("bdi", [], [.text($0)]) }),
      Facts.Line("Degrees", person.degrees),
      Facts.Line("Personnel number", person.personnelNumber),
      Facts.Line("Mail", person.address),
      Facts.Line(
        "Deactivated", record.deactivatedAt.map { When.moment($0, frame.visit) }),
    ])
  }
}

/// Who opened one's own record.
struct RecordReadsPage: Sendable {
  let visit: Visit
  let listed: Listed<RecordRead>

  var page: Page {
    Page(
      "Who opened your record", in: .people,
      subtitle: "Each time someone else opened what is kept of you."
    ) {
      if listed.entries.isEmpty {
        EmptyState.of(
          "Nobody has opened your record",
          "When someone does, you see here who it was and when, and get a notice.")
      } else {
        table {
          caption(.class("vh")) { "Who opened your record" }
          Cells.head(["Who", "What", "When"])
          tbody {
            for read in listed.entries {
              tr {
                Cells.name(read.readerName, PeoplePath.person.location(read.reader))
                td { "Your \(read.what)" }
                td(.class("fix")) { When.moment(read.at, visit) }
              }
            }
          }
        }
        Pager.of(
          Figures.counted(listed.entries.count, "time", "times"), previous: nil,
          next: listed.next.map { PeoplePath.reads.location([("after", $0)]) })
      }
    }
  }
}
