import HTML
import Kernel

/// What is due, what happened, and what is known of someone.
struct DesignLists: Sendable {
  let visit: Visit

  var markup: HTML {
    div(.class("cols")) {
      Card.of("What is due") {
        DueList(
          items: [
            due("Settle the end of a role", "Its last day was three days ago.", in: -3),
            due("Finish the import of roster.csv", "Nothing of it is saved yet.", in: 5),
            due("Name a director", "The program begins in summer.", in: 200),
            due("Set up a second factor", "You see more than others do.", in: nil),
          ], today: visit.viewer.today
        ).markup
      }
      Card.of("What happened") {
        Timeline.of([
          event(.info, "You were named director of Internal Medicine", "by Olga Olgason"),
          event(.good, "Your import is done", "14 new, 3 changed"),
          event(.neutral, "You signed in from a new device", "Firefox on Windows"),
        ])
      }
      Card.of("Facts") {
        Facts.of([
          Facts.Line("Mail", Sample.link("ruth@hospital.example", "", to: "lists")),
          Facts.Line("Here as", "Trainee"),
          Facts.Line("Program", "Emergency Medicine and Critical Care"),
          Facts.Line("Site", nil as String?),
          Facts.Line("Standing", Badge.of("Active", .good)),
        ])
      }
      Card.of("People and notices") {
        ul(.class("list")) {
          li {
            Picture.of("Ruth Marín")
            div {
              Sample.link("Ruth Marín", "", to: "lists")
              br()
              small { "Program coordinator, Internal Medicine" }
            }
            Sample.link("End", "btn small", to: "lists")
          }
          li {
            div {
              span(.class("lamp")) { Sample.link("A notice that is not read yet", "", to: "lists") }
              br()
              small { When.moment(visit.viewer.now, visit) }
            }
          }
        }
      }
    }
  }

  private func due(_ title: String, _ why: String, in days: Int?) -> HomeItem {
    HomeItem(
      .due, title, why: why, Location(fragment: "lists"),
      day: days.map { visit.viewer.today.adding(days: $0) })
  }

  private func event(_ tone: Tone, _ title: String, _ detail: String) -> Timeline.Event {
    Timeline.Event(
      when: When.day(visit.viewer.today), tone: tone,
      content: .group([.text(title), " ", small { detail }]))
  }
}
