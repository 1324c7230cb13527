import Elections
import HTML
import Kernel

/// What is there and what is missing for the next step of an election.
struct ChecklistCard: Sendable {
  let visit: Visit
  let checklist: Checklist
  let step: Checklist.Step

  var markup: HTML {
    Card.of(step == .announcing ? "Before it is announced" : "Before voting is opened") {
      table(.class("dense")) {
        caption(.class("vh")) { "What is there and what is missing" }
        Cells.head(["What", "Stands", "How"])
        tbody { for point in checklist.points(for: step) { row(point) } }
      }
      p {
        let missing = checklist.missing(for: step).count
        missing == 0
          ? "Everything is there."
          : "\(Figures.counted(missing, "thing is", "things are")) missing still."
      }
      if step == .opening {
        p(.class("soft")) {
          "Voting opens by itself when its time has come and everything is there."
        }
      }
    }
  }

  private func row(_ point: Checklist.Point) -> HTML {
    tr(.classes(point.isThere ? "" : "warn")) {
      Cells.name { point.subject.label }
      td { point.isThere ? Badge.of("There", .good) : Badge.of("Missing", .warn) }
      td { visit.words(point.sentence) }
    }
  }
}
