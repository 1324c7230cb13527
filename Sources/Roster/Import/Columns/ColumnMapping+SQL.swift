package import Kernel
package import SQLStore

extension ColumnMapping {
  /// The mappings that were kept for some headers, by the header's key.
  static func saved(
    for keys: [String], in reader: any SQLReader
  ) throws -> [String: ColumnMapping] {
    var saved: [String: ColumnMapping] = [:]
    try reader.forEach(
      "SELECT header_key, mapping FROM roster_mapping WHERE header_key IN (\(list: keys))"
    ) { row in
      saved[try row.text("header_key")] = ColumnMapping(json: try row.text("mapping"))
    }
    return saved
  }

  /// Keeps the mapping for files with these titles, so that next month's file needs no work.
  package func save(
    forTitles titles: [String], at now: Instant, in writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO roster_mapping (header_key, mapping, saved_at)
      VALUES (\(HeaderKey.key(ofHeader: titles)), \(json), \(now))
      ON CONFLICT (header_key) DO UPDATE SET mapping = excluded.mapping,
        saved_at = excluded.saved_at
      """)
  }
}
