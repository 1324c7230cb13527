import Foundation

/// A migration that has been released is history: databases out there have run it.
enum MigrationRule {
  /// Where the migrations stand, and the checksums of those that are released.
  ///
  /// The list is what `sha256sum *.sql` prints; a release adds its new migrations to it.
  static let folder = "Sources/Schema/Migrations"
  static let list = "SHA256SUMS"

  /// The migrations that are listed and are no longer what they were.
  static func changed(in folder: URL) throws -> [String] {
    let list = folder.appending(path: list)
    guard FileManager.default.fileExists(atPath: list.path) else { return [] }
    let command = ["sha256sum", "--check", "--quiet", list.lastPathComponent]
    let check = try Program.output(of: command, in: folder)
    let said = String(decoding: check.text, as: UTF8.self)
    let names = said.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
    return names.isEmpty && check.status != 0 ? ["the list itself"] : names
  }
}
