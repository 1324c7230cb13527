package import Kernel
package import SQLStore

/// The hours of the week that suit both of a pair, by what they enrolled with.
package enum SharedHours {
  /// Those hours, for the two alone.
  package static func of(
    _ id: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> WeekHours {
    let inside = try InsidePair(id, viewer, reader)
    let both = try reader.rows(
      """
      SELECT hours FROM mentoring_enrollment WHERE cycle_id = \(inside.cycle.id)
        AND state = 'approved' AND person_id IN (\(list: [inside.pair.mentee, inside.pair.mentor]))
      """
    ).map { WeekHours(bits: try $0.integer("hours")) }
    guard both.count == 2 else { return .none }
    return both[0].shared(with: both[1])
  }
}
