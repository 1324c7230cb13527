import Councils
import HTML
import Kernel
import Roster

/// The form of a rule that gives seats.
struct SeatRuleForm: Sendable {
  let frame: OrganizationFrame
  let state: FormState
  let action: Location
  /// How the seats are filled, where that is decided already.
  let kind: SeatRule.Kind?

  private static let everybody = "everyone who finds the organization"

  var markup: HTML {
    let words = frame.visit.words
    return Form.of(frame.visit, action, state) {
      Field(
        SeatRuleDraft.Field.title, "What the seat is called", seenBy: Self.everybody
      ).text(state)
      if let kind {
        input(.type("hidden"), .name(SeatRuleDraft.Field.kind), .value(kind.rawValue))
        p(.class("soft")) { OrganizationWords.seatKind(kind, words) }
      } else {
        Field(SeatRuleDraft.Field.kind, "Who sits there", seenBy: Self.everybody).picks(
          state,
          SeatRule.Kind.allCases.map {
            ($0.rawValue, OrganizationWords.seatKind($0, words), Self.hint($0, words))
          })
      }
      number(SeatRuleDraft.Field.seats, "Seats", words("For each {department} and so on."))
      number(
        SeatRuleDraft.Field.years, "Years of a term",
        "A term ends with an academic year; the year that has begun counts.")
      number(
        SeatRuleDraft.Field.alternates, "Alternates", "Who may wait for each seat, 0 for none.")
      Field(
        SeatRuleDraft.Field.role, "Role", seenBy: Self.everybody,
        hint: "For seats that come with a role.", isOptional: true
      ).choice(
        state, [("", "None")] + Role.allCases.map { ($0.rawValue, $0.label(in: words)) })
      Field(
        SeatRuleDraft.Field.category, "Counts as", seenBy: Self.everybody,
        hint: "Where an accreditor prescribes who sits in the body."
      ).choice(
        state,
        SeatCategory.allCases.map { ($0.rawValue, OrganizationWords.category($0, words)) })
      Tick.of(
        SeatRuleDraft.Field.votes, "Whoever sits there votes",
        isOn: state.fields[SeatRuleDraft.Field.votes] == OrganizationDraft.Field.yes)
      Form.acts("Save", cancel: OrganizationPath.seats.location(frame.id))
    }
  }

  private func number(_ name: String, _ label: String, _ hint: String) -> HTML {
    Field(name, label, seenBy: Self.everybody, hint: hint)
      .text(state, type: "text", .class("narrow"), .named("inputmode", "numeric"))
  }

  private static func hint(_ kind: SeatRule.Kind, _ words: Words) -> String? {
    switch kind {
    case .eachDepartment, .eachProgram, .eachSite, .atLarge:
      words("Put forward by themselves or their coordinator, released by their {program} director.")
    case .peerSelected: "Nobody can place a person there."
    case .exOfficio, .appointed: nil
    }
  }
}
