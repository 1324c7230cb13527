import HTML

/// What the last action said, first in the page and shown once.
enum Flash {
  static func of(_ sentence: String) -> HTML {
    div(.class("notice good flash"), .role("status")) {
      p { sentence }
      HTML.element(
        "button",
        [.class("btn small quiet"), .type("button"), .flag("data-dismiss"), .flag("hidden")],
        ["Dismiss"])
    }
  }
}
