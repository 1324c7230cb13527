import HTML
import Kernel

/// One question of a form: label, who sees the answer, a hint, what is wrong, and the control.
struct Field: Sendable {
  let name: String
  let label: String
  /// Who sees what is written here, said before someone writes.
  var seenBy: String?
  var hint: String?
  var isOptional = false
  var isDisabled = false

  init(
    _ name: String, _ label: String, seenBy: String? = nil, hint: String? = nil,
    isOptional: Bool = false
  ) {
    self.name = name
    self.label = label
    self.seenBy = seenBy
    self.hint = hint
    self.isOptional = isOptional
  }

  /// A line of text.
  func text(
    _ state: FormState, type: StaticString = "text", _ attributes: Attribute...
  ) -> HTML {
    let isSecret = "\(type)" == "password"
    let value: [Attribute] = isSecret ? [] : [.value(state.fields[name])]
    return framed(state) { .void("input", shared(state) + [.type(type)] + value + attributes) }
  }

  /// Several lines of text.
  func lines(_ state: FormState, rows: Int = 4) -> HTML {
    framed(state) {
      .element(
        "textarea", shared(state) + [.named("rows", String(rows))],
        [.text("\n" + state.fields[name])])
    }
  }

  /// One of some choices; each is a value with its label.
  func choice(
    _ state: FormState, _ choices: [(value: String, label: String)]
  ) -> HTML {
    framed(state) {
      .element(
        "select", shared(state),
        choices.map { choice in
          option(
            .value(choice.value), .flag("selected", choice.value == state.fields[name])
          ) { choice.label }
        })
    }
  }

  /// One of a few choices that are all in sight, each with a line that explains it.
  func picks(
    _ state: FormState, _ choices: [(value: String, label: String, hint: String?)]
  ) -> HTML {
    fieldset(.class("field"), .id(name)) {
      legend { label }
      above(state)
      for choice in choices {
        Pick.of("radio", name, choice, isOn: state.fields[name] == choice.value)
      }
    }
  }

  /// A file; it can also be dropped.
  func file(
    _ state: FormState, accepting endings: String, isRequired: Bool = true
  ) -> HTML {
    framed(state) {
      HTML.element(
        "label", [.class("drop")],
        [
          .void(
            "input",
            shared(state) + [
              .type("file"), .named("accept", endings), .flag("required", isRequired),
            ]),
          br(), small { "or drop it here" },
        ])
    }
  }

  private func framed(_ state: FormState, control: () -> HTML) -> HTML {
    div(.class("field")) {
      HTML.element("label", [.for(name)], [.text(label)] + optionalMark)
      above(state)
      control()
    }
  }

  /// Who sees the answer, a hint, and what is wrong: between label and control.
  @HTMLBuilder private func above(_ state: FormState) -> HTML {
    if let seenBy {
      p(.class("sees"), .id(name + "-sees")) { "Seen by: " + seenBy }
    }
    if let hint { p(.class("hint"), .id(name + "-hint")) { hint } }
    let wrong = state.problems.of(name)
    if !wrong.isEmpty {
      p(.class("error"), .id(name + "-error")) { wrong.joined(separator: " ") }
    }
  }

  private var optionalMark: [HTML] {
    isOptional ? [" ", small { "optional" }] : []
  }

  /// The attributes that tie a control to its label, hint and error.
  private func shared(_ state: FormState) -> [Attribute] {
    let isWrong = !state.problems.of(name).isEmpty
    var described: [String] = []
    if seenBy != nil { described.append(name + "-sees") }
    if hint != nil { described.append(name + "-hint") }
    if isWrong { described.append(name + "-error") }
    return [
      .id(name), .name(name),
      .optional(
        "aria-describedby", described.isEmpty ? nil : described.joined(separator: " ")),
      .optional("aria-invalid", isWrong ? "true" : nil), .flag("disabled", isDisabled),
    ]
  }
}

/// A box to tick.
enum Tick {
  static func of(
    _ name: String, value: String = "yes", _ label: String, hint: String? = nil, isOn: Bool
  ) -> HTML {
    Pick.of("checkbox", name, (value, label, hint), isOn: isOn)
  }
}

/// One choice in sight, with its words beside it.
private enum Pick {
  static func of(
    _ type: StaticString, _ name: String,
    _ choice: (value: String, label: String, hint: String?), isOn: Bool
  ) -> HTML {
    HTML.element(
      "label", [.class("pick")],
      [
        input(.type(type), .name(name), .value(choice.value), .flag("checked", isOn)),
        span {
          choice.label
          if let hint = choice.hint { small { hint } }
        },
      ])
  }
}
