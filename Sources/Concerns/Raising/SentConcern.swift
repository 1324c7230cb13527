/// What the form brought: the concern, the code that stood in it, and who it said would read.
package struct SentConcern: Sendable {
  let draft: ConcernDraft
  let code: ConcernCode
  let seen: String
  /// The code of the concern on which it follows: someone was treated worse since.
  let following: ConcernCode?

  /// - Parameter seen: ``ConcernReaders/digest`` of the page.
  package init(
    _ draft: ConcernDraft, code: ConcernCode, seen: String, following: ConcernCode? = nil
  ) {
    self.draft = draft
    self.code = code
    self.seen = seen
    self.following = following
  }
}
