package import Kernel
package import SQLStore

/// Asking whoever raised a concern whether someone treated them worse because of it.
///
/// It is asked behind the code, of everybody alike, and counted from the day on which the concern
/// was raised: whom it is about may hear of it long before it is resolved. What was answered is
/// kept nowhere; a yes leads to a concern of its own, which others may read than the first one.
package enum FollowUp {
  /// Days after a concern was raised.
  package static let days = [30, 90, 180]

  /// The field that says which question was answered.
  package static let field = "asked"

  /// The question that is due, as its days; nil where none is.
  package static func due(_ concern: Concern, on today: Day) -> Int? {
    days.last { concern.raisedOn.adding(days: $0) <= today }
      .flatMap { $0 > concern.askedDays ? $0 : nil }
  }

  /// The days on which it is asked from now on.
  package static func next(_ concern: Concern, after today: Day) -> [Day] {
    days.map { concern.raisedOn.adding(days: $0) }.filter { $0 > today }
  }

  /// Asks no more until the next question comes.
  package static func put(
    off typed: String, behind code: ConcernCode, writer: any SQLWriter
  ) throws {
    let concern = try WrittenConcern.open(code, reader: writer).concern
    guard let asked = Int(typed), days.contains(asked), asked > concern.askedDays else { return }
    try concern.keepAsked(asked, writer)
  }
}

extension Concern {
  /// Remembers that a question was answered.
  func keepAsked(_ days: Int, _ writer: any SQLWriter) throws {
    try writer.execute("UPDATE concern SET asked_days = \(days) WHERE id = \(id)")
    try unsettle(writer)
  }

  /// Has its row written anew in the morning, where its writer is anonymous: when they were here
  /// cannot be read from it then.
  func unsettle(_ writer: any SQLWriter) throws {
    guard manner == .anonymous else { return }
    try writer.execute("UPDATE concern SET is_settled = FALSE WHERE id = \(id)")
  }
}
