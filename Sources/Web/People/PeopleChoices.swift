import HTML
import Kernel
import Roster

/// The small choices of the filters above the list of people.
enum PeopleChoices {
  static func capacity(_ chosen: Capacity?, _ words: Words) -> HTML {
    choice(
      "Here as", "as", chosen?.rawValue ?? "",
      [("", "Anyone")] + Capacity.allCases.map { ($0.rawValue, $0.label(in: words)) })
  }

  static func level(_ chosen: Int?) -> HTML {
    choice(
      "Level", "pgy", chosen.map(String.init) ?? "",
      [("", "Any")] + (1...9).map { (String($0), "PGY-\($0)") })
  }

  static func presence(_ chosen: Presence) -> HTML {
    choice(
      "When", "presence", chosen.rawValue,
      Presence.allCases.map { ($0.rawValue, PersonWords.presence($0)) })
  }

  /// A choice with its label around it, as the bar of filters has them.
  static func choice(
    _ label: String, _ name: String, _ chosen: String,
    _ choices: [(value: String, label: String)]
  ) -> HTML {
    HTML.element(
      "label", [],
      [
        .text(label),
        HTML.element(
          "select", [.name(name)],
          choices.map { choice in
            option(.value(choice.value), .flag("selected", choice.value == chosen)) {
              choice.label
            }
          }),
      ])
  }
}

/// What a list is narrowed down to, each with a way to take it away.
struct PeopleChips: Sendable {
  let visit: Visit
  let list: PeopleList
  /// Any person of the list: where all share a program, department or site, it names them.
  let first: DirectoryEntry?

  var markup: HTML {
    Chips.of(chips)
  }

  private var chips: [(label: String, without: Location)] {
    let query = list.query
    var chips: [(String, Location)] = []
    if query.program != nil {
      chips.append((first?.programName ?? visit.words("{Program}"), list.with { $0.program = nil }))
    }
    if query.department != nil {
      chips.append(
        (first?.departmentName ?? visit.words("{Department}"), list.with { $0.department = nil }))
    }
    if query.site != nil {
      chips.append((first?.siteName ?? visit.words("{Site}"), list.with { $0.site = nil }))
    }
    return chips
  }
}
