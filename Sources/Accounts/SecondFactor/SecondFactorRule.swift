package import Kernel
package import SQLStore

/// Of whom the institution asks a second factor beside those who set one up by themselves.
///
/// It concerns people with a role: whoever only looks after their own training decides alone.
package enum SecondFactorRule: String, Sendable, CaseIterable {
  /// Of nobody.
  case never
  /// Of everyone with a role who signs in with a password. A mailed link is another matter: whoever
  /// has it has opened a mailbox that the institution protects in its own way.
  case afterPassword = "after_password"
  /// Of everyone with a role, however they sign in.
  case always

  /// The name of the setting.
  private static let setting = "require_second_factor"

  /// The rule as it is set; after a password where nothing is.
  package init(reader: any SQLReader) throws {
    let row = try reader.first("SELECT content FROM setting WHERE name = \(Self.setting)")
    self = try row.flatMap { Self(rawValue: try $0.text("content")) } ?? .afterPassword
  }

  /// Whether someone with a role has to set up a second factor after signing in so.
  func applies(after means: Session.Means) -> Bool {
    switch means {
    case .password: self != .never
    case .link: self == .always
    case .demonstration: false
    }
  }

  /// Keeps the rule.
  package func save(
    by viewer: Viewer, to writer: any SQLWriter
  ) throws {
    guard try SecondFactorRule(reader: writer) != self else { return }
    try writer.execute(
      """
      INSERT INTO setting (name, content, changed_at, changed_by)
      VALUES (\(Self.setting), \(rawValue), \(viewer.now), \(viewer.person))
      ON CONFLICT (name) DO UPDATE SET content = excluded.content,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by
      """)
    try Audit.append(
      Audit.Act("settings.changed", of: .institution, detail: "\(Self.setting): \(rawValue)"),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
