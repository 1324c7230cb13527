package import Kernel
package import SQLStore

/// What someone is on the roll of an election; for their own eyes.
package enum OwnRoll: Sendable, Equatable {
  case onRoll
  /// Why not, where the roster says it; nil where the roll is frozen and the roster has changed.
  case notOnRoll(Exclusion?)

  /// The viewer's own; nil as long as no day of the roll is chosen, and for whoever is no trainee
  /// of here: they have no part in it.
  package static func of(
    _ election: Election, viewer: Viewer, reader: any SQLReader
  ) throws -> OwnRoll? {
    guard let person = viewer.person, let electorate = election.electorate,
      election.state != .draft
    else { return nil }
    if try election.isElector(person, reader: reader) { return .onRoll }
    if !election.isRollFrozen,
      try RollCorrection.own(of: election.id, viewer: viewer, reader: reader)
        .contains(where: { $0.ruling == .added })
    {
      return .onRoll
    }
    let trains = try reader.number(
      """
      SELECT count(*) FROM directory_entry WHERE person_id = \(person)
        AND capacity = 'trainee' AND presence = 'current'
      """)
    guard trains > 0 else { return nil }
    return .notOnRoll(try electorate.exclusion(of: person, reader: reader))
  }
}
