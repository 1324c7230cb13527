package import Kernel
package import SQLStore

/// What is kept of a person's sign-ins, for their own copy of their data.
package enum OwnSignIns {
  /// Their sessions: means, device, begun, last used, ended.
  package static func sessions(
    of person: PersonID, reader: any SQLReader
  ) throws -> [[String]] {
    var rows: [[String]] = []
    try reader.forEach(
      """
      SELECT means, device, created_at, seen_at, ended_at FROM session
      WHERE person_id = \(person) ORDER BY created_at DESC, id
      """
    ) { row in
      rows.append([
        try row.text("means"), try row.text("device"), try row.text("created_at"),
        try row.text("seen_at"), try row.textOrNil("ended_at") ?? "",
      ])
    }
    return rows
  }

  /// The links that were made for them: what for, made, ran out, used.
  package static func links(of person: PersonID, reader: any SQLReader) throws -> [[String]] {
    var rows: [[String]] = []
    try reader.forEach(
      """
      SELECT purpose, created_at, expires_at, used_at FROM one_time_link
      WHERE person_id = \(person) ORDER BY created_at DESC, token_hash
      """
    ) { row in
      rows.append([
        try row.text("purpose"), try row.text("created_at"), try row.text("expires_at"),
        try row.textOrNil("used_at") ?? "",
      ])
    }
    return rows
  }
}
