import HTML
import Kernel
import Roster

/// The form of a person, for adding and for editing.
struct PersonForm: Sendable {
  let visit: Visit
  let state: FormState
  let action: Location
  let cancel: Location

  private var keepers: String { RecordPage.seenBy(visit.words) }
  private static let everybody = "everyone who signs in"

  var markup: HTML {
    Form.of(visit, action, state) {
      Field(
        PersonDraft.Field.given, "Given name", seenBy: keepers,
        hint: "As on official papers. Any script.", isOptional: true
      ).text(state, type: "text", .named("autocomplete", "off"))
      Field(
        PersonDraft.Field.family, "Family name", seenBy: Self.everybody,
        hint: "Whoever has one name only has it here."
      ).text(state, type: "text", .named("autocomplete", "off"))
      Field(
        PersonDraft.Field.preferred, "Preferred given name", seenBy: Self.everybody,
        hint: "What colleagues call the person. Lists show it in place of the given name.",
        isOptional: true
      ).text(state, type: "text", .named("autocomplete", "off"))
      Field(
        PersonDraft.Field.capacity, "Here as", seenBy: Self.everybody
      ).choice(
        state, [("", "Choose")] + Capacity.allCases.map { ($0.rawValue, $0.label(in: visit.words)) }
      )
      Field(
        PersonDraft.Field.address, "Mail address at work", seenBy: Self.everybody,
        hint: "Sign-in links and notices go there.", isOptional: true
      ).text(state, type: "email", .named("autocomplete", "off"))
      Field(
        PersonDraft.Field.degrees, "Degrees", seenBy: keepers, hint: "As in MD, PhD.",
        isOptional: true
      ).text(state)
      Field(
        PersonDraft.Field.personnelNumber, "Personnel number", seenBy: keepers,
        hint: "The number in your record system. Imports find the person by it.",
        isOptional: true
      ).text(state, type: "text", .class("narrow"), .named("autocomplete", "off"))
      Form.acts("Save", cancel: cancel)
    }
  }

  /// What a form begins with, unless something was typed.
  static func filled(
    _ state: FormState, _ fields: @autoclosure () throws -> [(name: String, value: String)]
  ) rethrows -> FormState {
    guard state.fields.pairs.isEmpty else { return state }
    return FormState(fields: FormFields(try fields()), problems: state.problems)
  }
}
