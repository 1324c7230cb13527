/// What became of an attempt to deliver.
package enum Delivery: Hashable, Sendable {
  /// The relay has the message and answers for it; its words.
  case accepted(answer: String)
  /// It will never be taken: do not try again. The code is nil when it could not even be written.
  case refused(code: Int?, answer: String)
  /// It was not taken now: try again later. The code is nil when the relay gave no answer.
  ///
  /// After a silence the relay may have the message all the same; the same Message-ID tells so.
  case tryLater(code: Int?, answer: String)
}
