import Elections
import HTML
import Kernel
import Roster
import SQLStore

/// The electorate before it is frozen: how many, and a sample to see whether they are the right
/// ones.
struct ElectoratePage: Sendable {
  let frame: ElectionFrame
  let preview: RollPreview?

  init(_ id: ElectionID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try ElectionFrame(id, visit, reader)
    guard frame.runs else { throw Absent() }
    preview = try RollPreview.of(id, viewer: visit.viewer, reader: reader)
  }

  private var visit: Visit { frame.visit }

  var page: Page {
    frame.page(below: "Who may vote", subtitle: subtitle) {
      if let preview {
        p { "\(visit.words.counted(preview.count, .trainee)) may vote as the roster stands now." }
        if preview.sample.isEmpty {
          p { "So few that a sample would say too much." }
        } else {
          sample(preview)
        }
        p(.class("soft")) {
          visit.words(
            "Everybody who is active and in good standing on the day of the roll is counted. "
              + "There is no list of all: who is missing from it could be read there, and why. "
              + "Whoever is left out reads so on the election's page, and can ask for a correction."
          )
        }
      } else {
        EmptyState.of("No day of the roll yet", "Choose one; then the roster says who may vote.")
      }
    }
  }

  private var subtitle: String {
    let day = frame.election.schedule.rollOn.map { ", \(When.day($0))" } ?? ""
    return ElectionWords.place(frame.line) + day
  }

  private func sample(_ preview: RollPreview) -> HTML {
    table {
      caption { "A sample of \(preview.sample.count)" }
      Cells.head(visit.words(["Name", "{Program}"]))
      tbody {
        for one in preview.sample {
          tr {
            Cells.name(one.name, PeoplePath.person.location(one.person))
            Cells.text(one.programName)
          }
        }
      }
    }
  }
}
