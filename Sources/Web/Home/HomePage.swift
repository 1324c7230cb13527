import HTML
import Kernel

/// The start page: the one thing that is due comes first.
struct HomePage: Sendable {
  let visit: Visit
  let items: [HomeItem]

  var page: Page {
    let due = items.filter { $0.kind == .due }
    let changed = items.filter { $0.kind == .changed }
    let year = AcademicYear(containing: visit.viewer.today, start: visit.settings.yearStart)
    return Page(
      "\(When.greeting(visit)), \(visit.name)", in: .home,
      subtitle: "\(When.day(visit.viewer.today)), academic year \(year.name)"
    ) {
      if due.isEmpty && changed.isEmpty {
        EmptyState.of(
          "Nothing waits for you",
          "When something needs you, it appears here, and in one mail in the morning.",
          isDone: true)
      } else {
        Card.of("What is due") {
          if due.isEmpty {
            HTML.sentence(
              "Nothing. What needs you appears here, and in one mail in the morning.")
          } else {
            DueList(items: due, today: visit.viewer.today).markup
          }
        }
        if !changed.isEmpty { Card.of("What changed") { changedList(changed) } }
      }
    }
  }

  private func changedList(_ items: [HomeItem]) -> HTML {
    Timeline.of(
      items.map { item in
        Timeline.Event(
          when: item.why, tone: .info, content: a(.href(item.location)) { item.title })
      })
  }
}
