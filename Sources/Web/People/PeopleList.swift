import HTML
import Kernel
import Roster

/// The list of people as its address describes it, and addresses of lists like it.
struct PeopleList: Sendable, Equatable {
  var query: DirectoryQuery

  init(_ query: DirectoryQuery = DirectoryQuery()) {
    self.query = query
  }

  /// Reads an address; what is malformed is left out.
  init(_ fields: FormFields) {
    query = DirectoryQuery(
      text: fields.given("q") ?? "", after: fields["after"], before: fields["before"],
      program: ProgramID(given: fields["program"]),
      department: DepartmentID(given: fields["department"]), site: SiteID(given: fields["site"]),
      capacity: Capacity(rawValue: fields["as"]), level: Int(fields["pgy"]),
      presence: Presence(rawValue: fields["presence"]) ?? .current,
      sort: DirectorySort(rawValue: fields["sort"]) ?? .name)
  }

  /// What the address says beyond the place in the list; nothing where it is as usual.
  var pairs: [(name: String, value: String)] {
    let all: [(name: String, value: String?)] = [
      ("q", query.text), ("program", query.program?.text),
      ("department", query.department?.text), ("site", query.site?.text),
      ("as", query.capacity?.rawValue), ("pgy", query.level.map(String.init)),
      ("presence", query.presence == .current ? nil : query.presence.rawValue),
      ("sort", query.sort == .name ? nil : query.sort.rawValue),
    ]
    return all.compactMap { pair in
      pair.value.flatMap { $0.isEmpty ? nil : (pair.name, $0) }
    }
  }

  /// The address of the list from its start.
  var location: Location { PeoplePath.people.location(pairs) }

  /// The address of the list with something else asked for, from its start.
  func with(_ change: (inout DirectoryQuery) -> Void) -> Location {
    var other = self
    change(&other.query)
    return other.location
  }

  /// The address of a page of the list.
  func location(_ place: ListPlace) -> Location {
    switch place {
    case .start: location
    case .after(let position): PeoplePath.people.location(pairs + [("after", position)])
    case .before(let position): PeoplePath.people.location(pairs + [("before", position)])
    }
  }
}
