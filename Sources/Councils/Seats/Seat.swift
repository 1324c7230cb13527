package import Kernel
import Roster

/// The seats that a rule gives to one department, program or site, or to all together.
package struct Seat: Hashable, Sendable {
  package let rule: ID<SeatRule>
  package let unit: Scope

  package init(rule: ID<SeatRule>, unit: Scope) {
    self.rule = rule
    self.unit = unit
  }

  /// The identifier of the place as rows keep it.
  package var unitID: String { unit.id ?? "" }
}
