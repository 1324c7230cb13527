import HTML
import Kernel
import Roster

/// The form of what has nothing but a name: a department, a site, a sponsor.
struct PlaceForm: Sendable {
  let visit: Visit
  let state: FormState
  let action: Location
  let cancel: Location

  /// The field of the name.
  static let field = "name"

  var markup: HTML {
    Form.of(visit, action, state) {
      Field(Self.field, "Name", seenBy: "everyone who signs in").text(state)
      Form.acts("Save", cancel: cancel)
    }
  }

  /// What the form of something that is kept begins with.
  static func filled(_ state: FormState, _ name: String) -> FormState {
    PersonForm.filled(state, [(field, name)])
  }

  /// A button that removes what nothing points at.
  static func remove(_ visit: Visit, _ action: Location) -> HTML {
    Card.of("Remove") {
      p { "What was added by mistake can be removed, as long as nothing belongs to it." }
      Form.button(visit, "Remove", action, style: "btn danger")
    }
  }
}

/// A list of departments, sites or sponsors.
struct PlaceTable<Entity>: Sendable {
  let words: Words
  /// What is listed; nil for sponsors, which have no word of an institution's own.
  let noun: Settings.Word?
  let listed: Listed<PlaceLine<Entity>>
  /// Where a row leads.
  let one: @Sendable (ID<Entity>) -> Location
  /// Where a page of the list is.
  let list: @Sendable ([(name: String, value: String)]) -> Location

  var markup: HTML {
    let (programs, trainees) = (words("{Programs}"), words("{Trainees}"))
    return .group([
      table {
        caption(.class("vh")) { noun.map { words("{\($0.rawValue)s}") } ?? "Sponsors" }
        Cells.head(["Name", programs, trainees], numbers: [programs, trainees])
        tbody {
          for line in listed.entries {
            tr {
              Cells.name(line.name, one(line.id))
              Cells.number(line.programs, programs)
              Cells.number(line.trainees, trainees)
            }
          }
        }
      },
      Pager.of(
        noun.map { words.counted(listed.entries.count, $0) }
          ?? Figures.counted(listed.entries.count, "sponsor", "sponsors"),
        previous: listed.previous.map { list([("before", $0)]) },
        next: listed.next.map { list([("after", $0)]) }),
    ])
  }
}
