package import Kernel
package import SQLStore

/// That a pair met. The office learns the day, and how long it was among others added up.
package struct CheckIn: Sendable, Equatable {
  package let id: ID<CheckIn>
  package let metOn: Day
  package let minutes: Int
  package let manner: Manner
  /// Whether the viewer noted it.
  package let isViewers: Bool
  /// What the viewer wrote down, and whether the other reads it; nil for nothing.
  package let own: Note?
  /// What the other wrote for both; nil for nothing.
  package let others: String?

  /// How two people meet.
  package enum Manner: String, Sendable, CaseIterable {
    case inPerson = "in_person"
    case video, phone, writing
  }

  /// What one of the two wrote down.
  package struct Note: Sendable, Equatable {
    package let text: String
    /// Whether the other reads it.
    package let isShared: Bool
  }
}

extension CheckIn: SQLDecodable {
  package init(row: SQLRow) throws {
    let text = try row.textOrNil("own_text")
    self.init(
      id: try row.id("id"), metOn: try row.day("met_on"), minutes: try row.integer("minutes"),
      manner: try row.word("manner"), isViewers: try row.boolean("is_viewers"),
      own: try text.map { Note(text: $0, isShared: try row.boolean("own_is_shared")) },
      others: try row.textOrNil("others_text"))
  }

  /// The meetings of a pair, the latest first, for the two alone.
  package static func all(
    of pair: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> [CheckIn] {
    let inside = try InsidePair(pair, viewer, reader)
    return try reader.all(
      CheckIn.self,
      """
      SELECT mentoring_check_in.id AS id, mentoring_check_in.met_on AS met_on,
        mentoring_check_in.minutes AS minutes, mentoring_check_in.manner AS manner,
        mentoring_check_in.noted_by = \(inside.person) AS is_viewers,
        own.text AS own_text, coalesce(own.is_shared, \(false)) AS own_is_shared,
        others.text AS others_text
      FROM mentoring_check_in
      LEFT JOIN mentoring_note AS own ON own.check_in_id = mentoring_check_in.id
        AND own.person_id = \(inside.person)
      LEFT JOIN mentoring_note AS others ON others.check_in_id = mentoring_check_in.id
        AND others.person_id = \(inside.other) AND others.is_shared
      WHERE mentoring_check_in.pair_id = \(pair)
      ORDER BY mentoring_check_in.met_on DESC, mentoring_check_in.id DESC
      """)
  }

  /// One meeting, for the two of its pair.
  /// - Throws: ``Absent`` for everybody else.
  package static func find(
    _ id: ID<CheckIn>, viewer: Viewer, reader: any SQLReader
  ) throws -> (pair: ID<MentoringPair>, checkIn: CheckIn) {
    let row = try reader.first("SELECT pair_id FROM mentoring_check_in WHERE id = \(id)")
    guard let pair: ID<MentoringPair> = try row?.id("pair_id"),
      let found = try all(of: pair, viewer: viewer, reader: reader).first(where: { $0.id == id })
    else { throw Absent() }
    return (pair, found)
  }

  /// The days on which the pairs of a cycle met, for whoever runs mentoring.
  /// - Throws: ``Absent`` for everybody else.
  package static func days(
    in cycle: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> [ID<MentoringPair>: [Day]] {
    try viewer.refuseUnlessRunsMentoring()
    var days: [ID<MentoringPair>: [Day]] = [:]
    try reader.forEach(
      """
      SELECT mentoring_check_in.pair_id AS pair_id, mentoring_check_in.met_on AS met_on
      FROM mentoring_check_in
      JOIN mentoring_pair ON mentoring_pair.id = mentoring_check_in.pair_id
      WHERE mentoring_pair.cycle_id = \(cycle) ORDER BY met_on
      """
    ) { days[try $0.id("pair_id"), default: []].append(try $0.day("met_on")) }
    return days
  }
}
