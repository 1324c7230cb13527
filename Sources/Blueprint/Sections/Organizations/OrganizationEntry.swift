import Councils
import Kernel
import Roster

/// An organization as the file has it; what it does not say is nil.
struct OrganizationEntry: Sendable {
  let name: Located<String>
  let kind: Located<Organization.Kind>?
  let founded: Located<Int>?
  let purpose: Located<String>?
  let listing: Located<Organization.Listing>?
  let joining: Located<Organization.Joining>?
  /// As what one may join.
  let capacities: [Located<Capacity>]?
  let criteria: Located<String>?
  let forgetDays: Located<Int>?
  let charter: Located<String>?
  let seats: [SeatEntry]
  let requirements: [RequirementEntry]
  /// The keys that it has in the file, also those whose values are wrong.
  let given: Set<String>

  /// The keys, as the file has them.
  enum Key {
    static let name = "name"
    static let kind = "kind"
    static let founded = "founded"
    static let purpose = "purpose"
    static let listing = "listing"
    static let membership = "membership"
    static let joining = "joining"
    static let capacities = "capacities"
    static let criteria = "criteria"
    static let forgetDays = "forget leaving after days"
    static let charter = "charter"
    static let seats = "seats"
    static let requirements = "requirements"

    static let all = [
      name, kind, founded, purpose, listing, membership, charter, seats, requirements,
    ]
    static let ofMembership = [joining, capacities, criteria, forgetDays]
  }

  /// - Returns: nil, with a problem, unless it has a name.
  init?(_ found: Found) {
    guard let keys = Keys(found, known: Key.all) else { return nil }
    let name = keys.required(Key.name, "Write the organization's name.")?.line()
    self.kind = keys[Key.kind]?.word()
    self.founded = keys[Key.founded]?.number(1700...2150)
    self.purpose = keys[Key.purpose]?.text(most: 2000)
    self.listing = keys[Key.listing]?.word()
    let membership = keys[Key.membership].flatMap { Keys($0, known: Key.ofMembership) }
    self.joining = membership?[Key.joining]?.word()
    self.capacities = membership?[Key.capacities]?.items()?.compactMap { $0.word() }
    self.criteria = membership?[Key.criteria]?.text(most: 2000)
    self.forgetDays = membership?[Key.forgetDays]?.number(OrganizationDraft.forgetDayBounds)
    self.charter = keys[Key.charter]?.text(most: 20_000)
    self.seats = Self.distinct(
      keys[Key.seats], SeatEntry.init, by: \.key,
      "These seats have the title of those in line %. Choose another title.")
    self.requirements = Self.distinct(
      keys[Key.requirements], RequirementEntry.init, by: \.key,
      "The requirement in line % has this category and first day. Keep one of the two.")
    self.given = keys.given.union(membership?.given ?? [])
    guard let name else { return nil }
    self.name = name
  }

  /// The entries of a list, without those whose key another one has already.
  private static func distinct<Entry>(
    _ found: Found?, _ read: (Found) -> Entry?, by key: (Entry) -> String, _ sentence: String
  ) -> [Entry] {
    var seen: [String: Int] = [:]
    return (found?.items() ?? []).compactMap { item in
      guard let entry = read(item) else { return nil }
      if let line = seen[key(entry)] {
        item.complain(sentence.replacing("%", with: "\(line)"))
        return nil
      }
      seen[key(entry)] = item.spot.line
      return entry
    }
  }

  /// The name without case and accents.
  var key: String { FoldedText.key(name.value) }
}
