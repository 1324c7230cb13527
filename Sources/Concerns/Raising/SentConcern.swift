/// What the form brought: the concern, the code that stood in it, and who it said would read.
package struct SentConcern: Sendable {
  let draft: ConcernDraft
  let code: ConcernCode
  let seen: String

  /// - Parameter seen: ``ConcernReaders/digest`` of the page.
  package init(_ draft: ConcernDraft, code: ConcernCode, seen: String) {
    self.draft = draft
    self.code = code
    self.seen = seen
  }
}
