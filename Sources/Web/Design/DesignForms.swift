import HTML
import Kernel

/// Each kind of field: empty, filled, wrong and out of use.
struct DesignForms: Sendable {
  let visit: Visit
  /// What was typed into the form that answers.
  let state: FormState

  /// The field that must not be empty.
  static let name = "sample-name"

  var markup: HTML {
    div(.class("cols")) {
      Card.of("Empty: send it as it is") { empty }
      Card.of("With what is wrong") { wrong }
      Card.of("Filled") { filled }
      Card.of("Out of use") { disabled }
    }
  }

  private static let places = [
    ("", "Choose"), ("internal", "Internal Medicine"), ("surgery", "General Surgery"),
  ]

  private var empty: HTML {
    Form.of(visit, DesignPath.design.location(), state) {
      Field(Self.name, "Name", seenBy: "everyone who signs in", hint: "Any script.").text(state)
      Field("sample-day", "First day", isOptional: true).text(state, type: "date")
      Field("sample-place", "Program").choice(state, Self.places)
      Field("sample-note", "Note", seenBy: "you", isOptional: true).lines(state)
      Field("sample-file", "File", hint: "CSV or XLSX, up to 100 MB.", isOptional: true)
        .file(state, accepting: ".csv,.xlsx", isRequired: false)
      Form.acts("Save", cancel: DesignPath.design.location())
    }
  }

  private var wrong: HTML {
    var problems = Problems()
    problems.add("wrong-mail", "Write a mail address, such as ruth@hospital.example.")
    problems.add("wrong-day", "The last day is before the first day. Correct one of them.")
    problems.add("wrong-role", "Choose a role.")
    let state = FormState(
      fields: FormFields([
        ("wrong-mail", "ruth at hospital"), ("wrong-day", "2026-06-30"),
        ("wrong-note", "Starts after her leave."),
      ]), problems: problems)
    return .group([
      Form.summary(state),
      Field("wrong-mail", "Mail address", seenBy: "everyone who signs in")
        .text(state, type: "email"),
      Field("wrong-day", "Last day").text(state, type: "date"),
      Field("wrong-role", "Role", seenBy: "everyone who signs in").picks(state, Self.roles),
      Field("wrong-note", "Note").lines(state, rows: 2),
    ])
  }

  private static let roles: [(value: String, label: String, hint: String?)] = [
    ("director", "Director", "Answers for one program."),
    ("coordinator", "Coordinator", "Runs one program from day to day."),
  ]

  private var filled: HTML {
    let state = FormState(
      fields: FormFields([
        ("full-name", "Nguyễn Thị Minh Khai"), ("full-level", "2"), ("full-role", "director"),
        ("full-code", "402 117"), ("full-search", "nunez"), ("full-place", "surgery"),
      ]))
    return .group([
      Field("full-name", "Name", seenBy: "everyone who signs in").text(state),
      Field("full-level", "Year of training, PGY")
        .text(state, type: "number", .class("narrow"), .named("min", "1"), .named("max", "12")),
      Field("full-place", "Program").choice(state, Self.places),
      Field("full-role", "Role").picks(state, Self.roles),
      Tick.of("full-tick", "One mail a day", hint: "Only if something happened.", isOn: true),
      Tick.of("full-other", "Another choice", isOn: false),
      Field("full-code", "Code from the app", hint: "6 digits.").text(state, .class("code")),
      Field("full-search", "Search").text(state, type: "search"),
    ])
  }

  private var disabled: HTML {
    let state = FormState(
      fields: FormFields([("off-name", "Ruth Marín"), ("off-place", "internal")]))
    return .group([
      disabled("off-name", "Name").text(state),
      disabled("off-place", "Program").choice(state, Self.places),
      disabled("off-note", "Note").lines(state, rows: 2),
      p(.class("hint")) { "The record system keeps these; they change with the next import." },
    ])
  }

  private func disabled(_ name: String, _ label: String) -> Field {
    var field = Field(name, label)
    field.isDisabled = true
    return field
  }
}
