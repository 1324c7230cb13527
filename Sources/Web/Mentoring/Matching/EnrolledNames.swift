import Kernel
import Mentoring
import Roster
import SQLStore

/// The names of those who are enrolled in a cycle, for whoever runs mentoring.
struct EnrolledNames: Sendable {
  private let names: [ID<Enrollment>: String]

  /// - Throws: ``Absent`` for everybody else.
  init(in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader) throws {
    let enrolled = try Enrollment.all(in: cycle, viewer: viewer, reader: reader)
    let byPerson = try Directory.names(of: enrolled.map(\.person), reader: reader)
    names = Dictionary(
      uniqueKeysWithValues: enrolled.map { ($0.id, byPerson[$0.person] ?? "") })
  }

  subscript(id: ID<Enrollment>) -> String { names[id] ?? "Someone who left" }
}
