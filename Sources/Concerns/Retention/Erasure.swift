import Kernel
import SQLStore

/// Erasing concerns that were kept long enough.
enum Erasure {
  /// The concerns that nothing keeps any more where they were resolved until a day.
  static func isOver(_ last: Day) -> SQLQuery {
    "state = 'resolved' AND held_on IS NULL AND resolved_on <= \(last)"
  }

  /// Erases them, with all that was written. The hash of each code stays, so that whoever types it
  /// learns that nothing is left.
  static func carryOut(on today: Day, at now: Instant, _ writer: any SQLWriter) throws {
    guard let last = try ConcernPolicy(reader: writer).lastDay(on: today) else { return }
    try writer.execute(
      """
      INSERT INTO erased_concern (code_digest, erased_on)
      SELECT code_digest, \(today) FROM concern WHERE \(isOver(last))
      """)
    try writer.execute(
      """
      DELETE FROM concern_file
      WHERE concern_id IN (SELECT id FROM concern WHERE \(isOver(last)))
      """)
    let erased = try writer.execute("DELETE FROM concern WHERE \(isOver(last))")
    guard erased > 0 else { return }
    try writer.execute(
      """
      UPDATE concern SET merged_into = NULL
      WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT id FROM concern)
      """)
    // That it happened, and not how often: a number would tell of single concerns.
    try Audit.append(
      Audit.Act("concerns.erased", of: .institution), by: nil, at: now, to: writer)
  }
}

/// What is left of an erased concern.
enum ErasedConcern {
  /// Why a code opens nothing.
  static func refusal(
    behind code: ConcernCode, _ reader: any SQLReader
  ) throws -> ConcernRefusal {
    let row = try reader.first(
      "SELECT erased_on FROM erased_concern WHERE code_digest = \(code.digest)")
    return try row.map { .erased(on: try $0.day("erased_on")) } ?? .nothingBehindCode
  }
}
