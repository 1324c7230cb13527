import Councils
import HTML
import Kernel
import Roster

/// The form of an organization, for founding and for editing.
struct OrganizationForm: Sendable {
  let visit: Visit
  let state: FormState
  let action: Location
  let cancel: Location
  let button: String

  /// Officers are not asked what the office decides.
  private var asksAll: Bool { visit.viewer.mayKeepOrganizations }

  private static let everybody = "everyone who finds the organization"

  var markup: HTML {
    Form.of(visit, action, state) {
      Field(OrganizationDraft.Field.name, "Name", seenBy: Self.everybody).text(state)
      if asksAll {
        Field(OrganizationDraft.Field.kind, "What it is", seenBy: Self.everybody).choice(
          state, Organization.Kind.allCases.map { ($0.rawValue, OrganizationWords.kind($0)) })
      }
      Field(
        OrganizationDraft.Field.purpose, "What it is for", seenBy: Self.everybody,
        hint: "In a sentence or two."
      ).lines(state)
      Field(
        OrganizationDraft.Field.founded, "Founded in", seenBy: Self.everybody,
        hint: "A year, as in 2014.", isOptional: true
      ).text(state, type: "text", .class("narrow"), .named("inputmode", "numeric"))
      if asksAll {
        listing
        joining
      } else {
        p(.class("hint")) {
          visit.words("What it is, who finds it and who may join, the {office} decides.")
        }
      }
      Field(
        OrganizationDraft.Field.forgetDays, "Forget who left after so many days",
        seenBy: Self.everybody,
        hint: "Then it is no longer known that someone was a member; only counts stay."
      ).text(state, type: "text", .class("narrow"), .named("inputmode", "numeric"))
      Form.acts(button, cancel: cancel)
    }
  }

  private var listing: HTML {
    Field(OrganizationDraft.Field.listing, "Who finds it", seenBy: Self.everybody).picks(
      state,
      [
        ("everyone", "Everyone who signs in", nil),
        (
          "members", "Those alone who belong to it",
          visit.words("Also the {office} and the institutional official.")
        ),
      ])
  }

  private var joining: HTML {
    .group([
      Field(
        OrganizationDraft.Field.joining, "How people come to belong to it",
        seenBy: Self.everybody
      ).picks(
        state,
        [
          ("open", "They join by themselves, in one click", nil),
          ("seats", "They are seated: nominated, elected, appointed", nil),
        ]),
      fieldset(.class("field")) {
        legend { "Who may join" }
        p(.class("hint")) { "For organizations that people join by themselves." }
        for capacity in Capacity.allCases {
          let name = OrganizationDraft.Field.capacity(capacity)
          Tick.of(
            name, capacity.label(in: visit.words),
            isOn: state.fields[name] == OrganizationDraft.Field.yes)
        }
      },
    ])
  }
}
