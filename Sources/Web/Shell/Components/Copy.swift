import HTML

/// A button that copies an element's text; without script it is not there.
enum Copy {
  static func button(of id: String, _ label: String) -> HTML {
    HTML.element(
      "button",
      [
        .class("btn small"), .type("button"), .named("data-copy", id),
        .named("data-copied", "Copied"), .flag("hidden"),
      ], [.text(label)])
  }
}
