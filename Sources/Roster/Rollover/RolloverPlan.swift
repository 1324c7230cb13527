package import Kernel
import SQLStore

/// What a rollover would do with each appointment of the old year, as the roster stands now.
package struct RolloverPlan: Sendable {
  package let rollover: Rollover

  /// - Throws: ``Absent`` for whoever does not keep the roster.
  package init(_ rollover: Rollover, viewer: Viewer) throws {
    guard viewer.mayKeepRoster else { throw Absent() }
    self.init(rollover)
  }

  init(_ rollover: Rollover) {
    self.rollover = rollover
  }

  /// The size of a group.
  package struct Count: Sendable, Equatable {
    package let group: RolloverGroup
    package let all: Int
    /// How many of them are taken.
    package let taken: Int
    /// How many are in programs whose final year nobody wrote down.
    package let inUnknown: Int
  }

  /// A program whose final year nobody wrote down, with what is taken for it.
  package struct ProposedFinal: Sendable, Equatable {
    package let program: ProgramID
    package let name: String
    /// The highest level that anyone had there.
    package let level: Int
    /// How many graduate because of it.
    package let people: Int
  }

  /// How many programs a list names at most.
  package static let programs = 50
}

/// One number for what a rollover does.
struct RolloverDigest {
  private var digest = PlanDigest()

  init(_ rollover: Rollover, with more: [String]) {
    digest.add(rollover.firstDay.number)
    digest.add(more.count)
    for text in more { digest.add(text) }
  }

  /// Adds an appointment that is changed; the answer is sorted by their identifiers.
  mutating func add(_ row: SQLRow, id: String, _ act: RolloverGroup.Act) throws {
    digest.add(try row.text(id))
    digest.add(act.rawValue)
    digest.add(try row.integer("training_level"))
    digest.add(try row.text("standing"))
    digest.add(try row.text("ends_on"))
  }

  mutating func finish() -> String { digest.finish() }
}
