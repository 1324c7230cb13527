import Kernel
import SQLStore

/// One subject of a blueprint, from its key in the file to the verbs that build it.
///
/// A new subject is a type of its own and an entry in ``Blueprint/sections``.
protocol BlueprintSection: Sendable {
  /// The key at the file's top.
  static var key: String { get }

  /// Reads what the file has under the key, and notes what is wrong.
  /// - Parameter found: nil where the file does not have the key.
  init(_ found: Found?)

  /// Compares with the database: notes names, steps, and what cannot be.
  func plan(_ planning: Planning) throws

  /// Writes what the database holds as the same section; nothing where it holds nothing.
  static func export(from planning: Planning, to file: inout YAMLText) throws
}
