import HTML
import Kernel

/// Forms that change something: always by POST, always tied to the session.
enum Form {
  /// The hidden field that ties a form to its session.
  static func token(_ visit: Visit) -> HTML {
    input(.type("hidden"), .name("form-token"), .value(visit.formToken))
  }

  /// A form with fields, one below the other.
  static func of(
    _ visit: Visit, _ action: Location, _ state: FormState,
    @HTMLBuilder content: () -> HTML
  ) -> HTML {
    form(.class("form"), .method("post"), .action(action)) {
      token(visit)
      summary(state)
      content()
    }
  }

  /// One button that changes something.
  static func button(
    _ visit: Visit, _ label: String, _ action: Location, style: StaticString = "btn",
    hidden: [(name: String, value: String)] = []
  ) -> HTML {
    button(visit, Label(label), action, style: style, hidden: hidden)
  }

  /// What a button says; where several beside each other say the same, also of what, for those who
  /// do not see beside what it stands.
  struct Label {
    let text: String
    let title: String?

    init(_ text: String, of title: String? = nil) {
      self.text = text
      self.title = title
    }
  }

  static func button(
    _ visit: Visit, _ label: Label, _ action: Location, style: StaticString = "btn",
    hidden: [(name: String, value: String)] = []
  ) -> HTML {
    form(.method("post"), .action(action)) {
      token(visit)
      for field in hidden { input(.type("hidden"), .name(field.name), .value(field.value)) }
      HTML.element(
        "button", [.class(style)],
        [
          .text(label.text),
          label.title.map { title in span(.class("vh")) { " “\(title)”" } } ?? .nothing,
        ])
    }
  }

  /// The line of buttons below the fields.
  static func acts(_ label: String, cancel: Location? = nil) -> HTML {
    div(.class("acts")) {
      HTML.element("button", [.class("btn primary")], [.text(label)])
      if let cancel { a(.class("btn quiet"), .href(cancel)) { "Cancel" } }
    }
  }

  /// What is wrong, above the fields, each with a link to its field.
  static func summary(_ state: FormState) -> HTML {
    guard !state.problems.all.isEmpty else { return .nothing }
    return div(.class("notice bad"), .role("alert")) {
      h2 { "Please check" }
      ul {
        for problem in state.problems.all {
          li {
            if let field = problem.field {
              a(.href(Location(fragment: field))) { problem.sentence }
            } else {
              problem.sentence
            }
          }
        }
      }
    }
  }
}
