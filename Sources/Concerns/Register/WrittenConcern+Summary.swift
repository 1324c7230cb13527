package import Kernel
package import SQLStore

extension WrittenConcern {
  /// Says that the register may say so.
  package static func agree(
    behind code: ConcernCode, on today: Day, writer: any SQLWriter
  ) throws {
    try open(code, reader: writer).decide(.agreed, on: today, writer)
  }

  /// Says that it must not, and why.
  package static func object(
    _ typed: String, behind code: ConcernCode, on today: Day, in world: World,
    writer: any SQLWriter
  ) throws {
    let written = try open(code, reader: writer)
    var fields = TypedFields { _ in typed }
    let why = fields.requiredLines(
      ConcernSummary.Field.objection, "Write what must not stand there.")
    try fields.problems.throwIfAny()
    let isAnonymous = written.concern.manner == .anonymous
    if isAnonymous { try Concern.refuseTooMany(on: today, writer) }
    try written.decide(.objected, on: today, writer)
    try written.add(why ?? "", on: today, in: world, writer)
    if !isAnonymous { try ConcernNews.replied(written.concern.id, in: world, writer: writer) }
  }

  private func decide(
    _ state: ConcernSummary.State, on today: Day, _ writer: any SQLWriter
  ) throws {
    guard summary?.awaitsWriter(on: today) == true else { throw ConcernRefusal.wrongState }
    try writer.execute(
      """
      UPDATE concern_summary SET state = \(state.rawValue),
        is_settled = \(concern.manner != .anonymous)
      WHERE concern_id = \(concern.id)
      """)
  }
}
