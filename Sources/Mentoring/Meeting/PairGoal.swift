package import Kernel
package import SQLStore

/// Something that a pair wants to reach, and whose turn it is.
package struct PairGoal: Sendable, Equatable {
  package let id: ID<PairGoal>
  package let title: String
  package let owner: PairSide
  package let dueOn: Day?
  package let state: State

  /// How a goal stands.
  package enum State: String, Sendable, CaseIterable {
    case open, reached, dropped
  }

  /// How many goals a pair has at most.
  package static let most = 50
}

extension PairGoal: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), title: try row.text("title"), owner: try row.word("owner"),
      dueOn: try row.dayOrNil("due_on"), state: try row.word("state"))
  }

  /// The goals of a pair, those that are open first, for the two alone.
  package static func all(
    of pair: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> [PairGoal] {
    _ = try InsidePair(pair, viewer, reader)
    return try reader.all(
      PairGoal.self,
      """
      SELECT id, title, owner, due_on, state FROM mentoring_goal WHERE pair_id = \(pair)
      ORDER BY CASE WHEN state = 'open' THEN 0 ELSE 1 END, due_on NULLS LAST, id
      """)
  }

  /// Adds a goal.
  @discardableResult
  package static func add(
    to id: ID<MentoringPair>, by viewer: Viewer, in world: World, writer: any SQLWriter,
    typed: @escaping (String) -> String
  ) throws -> ID<PairGoal> {
    _ = try InsidePair(goingOn: id, viewer, writer)
    var fields = TypedFields(typed)
    let title = fields.required("title", most: 200, "Write what is to be reached.")
    let owner = fields.word("owner", PairSide.self, "Choose whose turn it is.")
    let due = fields.day("due_on")
    let count = try writer.number(
      "SELECT count(*) FROM mentoring_goal WHERE pair_id = \(id)")
    if count >= most { fields.add(nil, "A pair has at most \(most) goals.") }
    let same = try writer.number(
      """
      SELECT count(*) FROM mentoring_goal WHERE pair_id = \(id) AND state = 'open'
        AND title = \(title ?? "") AND owner = \(owner?.rawValue ?? "")
      """)
    if same > 0 { fields.add("title", "This goal stands there already.") }
    try fields.problems.throwIfAny()
    guard let title, let owner else { throw Problems(field: nil, "Fill in the form.") }
    let goal: ID<PairGoal> = world.newID()
    try writer.execute(
      """
      INSERT INTO mentoring_goal (id, pair_id, title, owner, due_on, state, set_at)
      VALUES (\(goal), \(id), \(title), \(owner.rawValue), \(due), \(State.open.rawValue),
        \(viewer.now))
      """)
    return goal
  }

  /// Says how a goal stands now; a closed one can be opened again.
  /// - Returns: the pair of which it is.
  package static func set(
    _ goal: ID<PairGoal>, to typed: String, by viewer: Viewer, writer: any SQLWriter
  ) throws -> ID<MentoringPair> {
    guard
      let pair = try writer.first(
        "SELECT pair_id FROM mentoring_goal WHERE id = \(goal)")
    else { throw Absent() }
    let inside = try InsidePair(goingOn: try pair.id("pair_id"), viewer, writer)
    guard let state = State(rawValue: typed) else {
      throw Problems(field: "state", "Choose how the goal stands.")
    }
    try writer.execute(
      """
      UPDATE mentoring_goal SET state = \(state.rawValue),
        closed_at = \(state == .open ? nil : viewer.now)
      WHERE id = \(goal)
      """)
    return inside.pair.id
  }
}
