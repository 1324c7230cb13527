package import Kernel
package import Roster

/// An organization as typed into a form, and found right in itself.
package struct OrganizationDraft: Sendable, Equatable {
  package var name: String
  package var kind: Organization.Kind
  package var purpose: String
  package var founded: Int?
  package var listing: Organization.Listing
  package var joining: Organization.Joining
  package var capacities: [Capacity]
  package var forgetDays: Int

  /// Days after which it is forgotten that someone left, unless an organization says otherwise.
  package static let usualForgetDays = 30

  /// Nobody is asked as what they may join where they cannot join by themselves.
  package init(
    name: String, kind: Organization.Kind, purpose: String, founded: Int? = nil,
    listing: Organization.Listing = .everyone, joining: Organization.Joining = .open,
    capacities: [Capacity] = [.trainee], forgetDays: Int = usualForgetDays
  ) {
    self.name = name
    self.kind = kind
    self.purpose = purpose
    self.founded = founded
    self.listing = listing
    self.joining = joining
    self.capacities = joining == .open ? capacities : []
    self.forgetDays = forgetDays
  }

  /// The names of the fields.
  package enum Field {
    /// The name.
    package static let name = "name"
    /// The kind.
    package static let kind = "kind"
    /// What it is for.
    package static let purpose = "purpose"
    /// The year of its founding.
    package static let founded = "founded"
    /// Who finds it.
    package static let listing = "listing"
    /// How people come to belong to it.
    package static let joining = "joining"
    /// As what one may join; a field for each, with ``yes`` where it is ticked.
    package static func capacity(_ capacity: Capacity) -> String { "as_" + capacity.rawValue }
    /// Days after which leaving is forgotten.
    package static let forgetDays = "forget_days"
    /// What the office decides, and not the officers.
    package static let ofOffice =
      [kind, listing, joining] + Capacity.allCases.map(capacity)
    /// What a ticked box sends.
    package static let yes = "yes"
  }

  /// The days after which leaving can be forgotten.
  package static let forgetDayBounds = 1...365

  /// Reads what was typed.
  /// - Throws: all problems at once, each tied to its field.
  package init(today: Day, typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let name = fields.required(Field.name, "Write the name of the organization.")
    let kind = fields.word(Field.kind, Organization.Kind.self, "Choose what it is.")
    let purpose = fields.requiredLines(
      Field.purpose, most: 2000, "Write what it is for, in a sentence or two.")
    let thisYear = today.parts.year
    let founded = fields.numberOrNil(
      Field.founded, in: 1700...thisYear, "Write the year as in 2014, not later than \(thisYear).")
    let listing = fields.word(Field.listing, Organization.Listing.self, "Choose who finds it.")
    let joining = fields.word(
      Field.joining, Organization.Joining.self, "Choose how people come to belong to it.")
    let capacities = Capacity.allCases.filter { typed(Field.capacity($0)) == Field.yes }
    if joining == .open, capacities.isEmpty {
      fields.add(Field.joining, "Choose at least one group that may join.")
    }
    let forgetDays = fields.number(
      Field.forgetDays, in: Self.forgetDayBounds, "Write a number of days from 1 to 365.")
    try fields.problems.throwIfAny()
    guard let name, let kind, let purpose, let listing, let joining, let forgetDays else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      name: name, kind: kind, purpose: purpose, founded: founded, listing: listing,
      joining: joining, capacities: capacities, forgetDays: forgetDays)
  }

  /// The draft of an organization as it is kept.
  package init(_ organization: Organization) {
    self.init(
      name: organization.name, kind: organization.kind, purpose: organization.purpose,
      founded: organization.founded, listing: organization.listing,
      joining: organization.joining, capacities: organization.capacities,
      forgetDays: organization.forgetDays)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    let ticks = Capacity.allCases.map {
      (name: Field.capacity($0), value: capacities.contains($0) ? Field.yes : "")
    }
    let facts: [(name: String, value: String)] = [
      (Field.name, name), (Field.kind, kind.rawValue), (Field.purpose, purpose),
      (Field.founded, founded.map(String.init) ?? ""), (Field.listing, listing.rawValue),
      (Field.joining, joining.rawValue), (Field.forgetDays, String(forgetDays)),
    ]
    return facts + ticks
  }
}
