package import Kernel
package import SQLStore

/// Somewhere an election can be held, for the form to choose from.
package struct ConstituencyChoice: Sendable, Equatable {
  /// The value that the form sends.
  package let value: String
  package let name: String
  package let scope: Scope

  /// The most of a kind that a form offers.
  static let most = 500

  /// The departments and the programs that are open, each by name; the institution is not among
  /// them, since it has no name of its own.
  package static func all(
    viewer: Viewer, reader: any SQLReader
  ) throws -> (departments: [ConstituencyChoice], programs: [ConstituencyChoice]) {
    guard viewer.person != nil else { return ([], []) }
    let departments = try reader.rows(
      "SELECT id, name FROM department ORDER BY name_key, id LIMIT \(most)"
    ).map { Self(.department(try $0.id("id")), name: try $0.text("name")) }
    let programs = try reader.rows(
      """
      SELECT id, name FROM program WHERE closed_on IS NULL OR closed_on >= \(viewer.today)
      ORDER BY name_key, id LIMIT \(most)
      """
    ).map { Self(.program(try $0.id("id")), name: try $0.text("name")) }
    return (departments, programs)
  }

  private init(_ scope: Scope, name: String) {
    self.scope = scope
    self.name = name
    value = ElectionDraft.text(of: scope)
  }
}
