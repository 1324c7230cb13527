import HTML
import Kernel
import Roster

/// The list of programs as its address describes it, and addresses of lists like it.
struct ProgramList: Sendable, Equatable {
  var query: ProgramQuery

  init(_ query: ProgramQuery = ProgramQuery()) {
    self.query = query
  }

  /// Reads an address; what is malformed is left out.
  init(_ fields: FormFields) {
    query = ProgramQuery(
      text: fields.given("q") ?? "", department: DepartmentID(given: fields["department"]),
      site: SiteID(given: fields["site"]), sponsor: SponsorID(given: fields["sponsor"]),
      withClosed: fields["closed"] == "yes",
      place: ListPlace(after: fields["after"], before: fields["before"]))
  }

  /// What the address says beyond the place in the list.
  var pairs: [(name: String, value: String)] {
    let all: [(name: String, value: String?)] = [
      ("q", query.text), ("department", query.department?.text), ("site", query.site?.text),
      ("sponsor", query.sponsor?.text), ("closed", query.withClosed ? "yes" : nil),
    ]
    return all.compactMap { pair in
      pair.value.flatMap { $0.isEmpty ? nil : (pair.name, $0) }
    }
  }

  /// Whether anything narrows the list down.
  var isNarrow: Bool { pairs.contains { $0.name != "closed" } }

  /// The address of the list from its start.
  var location: Location { ProgramPath.programs.location(pairs) }

  /// The address of a page of the list.
  func location(_ place: ListPlace) -> Location {
    switch place {
    case .start: location
    case .after(let position): ProgramPath.programs.location(pairs + [("after", position)])
    case .before(let position): ProgramPath.programs.location(pairs + [("before", position)])
    }
  }
}
