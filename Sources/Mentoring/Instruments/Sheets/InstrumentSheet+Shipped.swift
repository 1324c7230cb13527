import Foundation

extension InstrumentSheet {
  /// A short questionnaire of our own, from `Shipped/footing.json`.
  ///
  /// Nil where the file cannot be read; a test reads it.
  package static let shipped = try? InstrumentSheet(
    checking: String(decoding: PackageResources.footing_json, as: UTF8.self))
}
