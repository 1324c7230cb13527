import HTML
import Kernel

/// The start page: the one thing that is due comes first.
struct HomePage: Sendable {
  let visit: Visit
  let items: [HomeItem]

  var page: Page {
    let due = items.filter { $0.kind == .due }.sorted { left, right in
      (left.day?.text ?? "9") < (right.day?.text ?? "9")
    }
    let changed = items.filter { $0.kind == .changed }
    let year = AcademicYear(containing: visit.viewer.today, start: visit.settings.yearStart)
    return Page(
      "\(When.greeting(visit)), \(visit.name)", in: .home,
      subtitle: "\(When.day(visit.viewer.today)), academic year \(year.name)"
    ) {
      if due.isEmpty && changed.isEmpty {
        EmptyState.of(
          "Nothing waits for you",
          "When something needs you, it appears here, and in one mail in the morning.")
      } else {
        if !due.isEmpty { Card.of("What is due") { dueList(due) } }
        if !changed.isEmpty { Card.of("What changed") { changedList(changed) } }
      }
    }
  }

  private func dueList(_ items: [HomeItem]) -> HTML {
    ol(.class("todo")) {
      for item in items {
        li(.classes(isLate(item) ? "bad" : "")) {
          if let day = item.day { dayMark(day) }
          div {
            a(.href(item.location)) { item.title }
            if isLate(item) {
              " "
              Badge.of("Late", .bad)
            }
            br()
            small { item.why }
          }
        }
      }
    }
  }

  private func isLate(_ item: HomeItem) -> Bool {
    item.day.map { $0 < visit.viewer.today } ?? false
  }

  private func dayMark(_ day: Day) -> HTML {
    let words = When.day(day).split(separator: " ")
    return time(.named("datetime", day.text)) {
      b { String(words[1].dropLast()) }
      String(words[0].prefix(3))
    }
  }

  private func changedList(_ items: [HomeItem]) -> HTML {
    Timeline.of(
      items.map { item in
        Timeline.Event(
          when: item.day.map(When.day) ?? "", tone: .info,
          content: .group([
            a(.href(item.location)) { item.title }, " ", small { item.why },
          ]))
      })
  }
}
