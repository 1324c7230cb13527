package import SQLStore

/// What others do in the same step as the roster's own rollover, in the same transaction.
///
/// The roster knows no other part; whoever knows them all hands this over.
package struct RolloverCompany: Sendable {
  /// What they would do, in texts: part of the plan's digest.
  package var plan: @Sendable (Rollover, any SQLReader) throws -> [String]
  /// Does it, after the roster's own changes.
  package var carryOut: @Sendable (Rollover, any SQLWriter) throws -> Void
  /// Why they cannot go back, in sentences; none where they can.
  package var dependents: @Sendable (Rollover, any SQLReader) throws -> [String]
  /// Puts back what they did, before the roster's own changes go back.
  package var undo: @Sendable (Rollover, any SQLWriter) throws -> Void

  package init(
    plan: @escaping @Sendable (Rollover, any SQLReader) throws -> [String],
    carryOut: @escaping @Sendable (Rollover, any SQLWriter) throws -> Void,
    dependents: @escaping @Sendable (Rollover, any SQLReader) throws -> [String],
    undo: @escaping @Sendable (Rollover, any SQLWriter) throws -> Void
  ) {
    self.plan = plan
    self.carryOut = carryOut
    self.dependents = dependents
    self.undo = undo
  }

  /// The roster alone.
  package static let nobody = RolloverCompany(
    plan: { _, _ in [] }, carryOut: { _, _ in }, dependents: { _, _ in [] }, undo: { _, _ in })
}
