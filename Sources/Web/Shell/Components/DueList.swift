import HTML
import Kernel

/// What someone has to do: late first, then by day, then what has no day.
struct DueList: Sendable {
  let items: [HomeItem]
  let today: Day

  var markup: HTML {
    ol(.class("list todo")) {
      for item in ordered {
        li(.classes(isLate(item) ? "bad" : isSoon(item) ? "warn" : "")) {
          mark(item.day)
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

  private var ordered: [HomeItem] {
    items.sorted { ($0.day?.text ?? "9") < ($1.day?.text ?? "9") }
  }

  private func isLate(_ item: HomeItem) -> Bool { item.day.map { $0 < today } ?? false }

  /// Whether it is due within a week.
  private func isSoon(_ item: HomeItem) -> Bool {
    item.day.map { $0 <= today.adding(days: 7) } ?? false
  }

  /// A leaf of the calendar; without a day it says so, so that all lines begin alike.
  private func mark(_ day: Day?) -> HTML {
    guard let day else {
      return span(.class("leaf")) {
        b { "Any" }
        "day"
      }
    }
    return time(.class("leaf"), .named("datetime", day.text)) {
      b { String(day.parts.day) }
      When.shortMonth(day)
    }
  }
}
