package import Kernel
package import Roster
package import SQLStore

/// The seats that a rule gives to one place, with who sits there.
package struct SeatPlace: Sendable, Equatable {
  package let unit: Scope
  /// The department, program or site; nil where the seats are for all together.
  package let name: String?
  /// How many seats there are.
  package let seats: Int
  /// Those who sit today or will, those who wait and those who sit in.
  package let occupants: [Occupant]
  /// How many await a decision.
  package let awaiting: Int

  /// Those who hold a seat on a day.
  package func holders(on today: Day) -> [Occupant] {
    occupants.filter { $0.place == .holder && $0.startsOn <= today }
  }

  /// How the seats stand on a day.
  package func state(on today: Day) -> SeatState {
    let holders = holders(on: today)
    return SeatState(
      seats: seats, held: holders.count, awaiting: awaiting,
      endsSoon: holders.contains { $0.endsSoon(on: today) })
  }
}

/// The seats of an organization, rule by rule.
package struct SeatList: Sendable {
  /// The places of each rule, in the order of the rules.
  package let rules: [(rule: SeatRule, places: [SeatPlace])]
  /// Who sits by a role, by rule.
  package let exOfficio: [ID<SeatRule>: [RoleGrant.Holder]]

  /// The seats of an organization that the viewer may see: a query for each kind of place and
  /// three for who sits there, however many rules there are.
  package static func of(
    _ organization: Organization, viewer: Viewer, reader: any SQLReader
  ) throws -> SeatList {
    let rules = try SeatRule.all(of: organization, on: viewer.today, reader: reader)
    let occupants = Dictionary(
      grouping: try Occupant.of(rules.map(\.id), viewer: viewer, reader: reader)
    ) { $0.rule.text + $0.unit }
    let awaiting = try AwaitingCounts(rules.map(\.id), reader: reader)
    var units: [SeatRule.Kind: [SeatUnit]] = [:]
    var exOfficio: [ID<SeatRule>: [RoleGrant.Holder]] = [:]
    for rule in rules {
      if units[rule.kind] == nil {
        units[rule.kind] = try SeatUnit.all(of: rule.kind, on: viewer.today, reader: reader)
      }
      if let role = rule.role {
        exOfficio[rule.id] = try RoleGrant.holders(of: role, on: viewer.today, reader: reader)
          .filter { !$0.isDeputy }
      }
    }
    return SeatList(
      rules: rules.map { rule in
        let places = (units[rule.kind] ?? []).map { unit in
          SeatPlace(
            unit: unit.scope, name: unit.name, seats: rule.seats,
            occupants: occupants[rule.id.text + (unit.scope.id ?? "")] ?? [],
            awaiting: awaiting.of(rule.id, unit.scope.id ?? ""))
        }
        return (rule, places)
      }, exOfficio: exOfficio)
  }
}

/// A department, program or site that has a seat of its own.
struct SeatUnit {
  let scope: Scope
  let name: String?

  /// The places to which a kind of rule gives seats, by name; closed programs have none.
  static func all(
    of kind: SeatRule.Kind, on today: Day, reader: any SQLReader
  ) throws -> [SeatUnit] {
    let table: SQLQuery
    switch kind {
    case .eachDepartment: table = "department"
    case .eachSite: table = "site"
    case .eachProgram: table = "program WHERE (closed_on IS NULL OR closed_on >= \(today))"
    case .atLarge, .exOfficio, .appointed, .peerSelected:
      return [SeatUnit(scope: .institution, name: nil)]
    }
    return try reader.rows("SELECT id, name FROM \(table) ORDER BY name_key, id").map { row in
      SeatUnit(
        scope: kind.unit(try row.text("id")) ?? .institution, name: try row.text("name"))
    }
  }
}
