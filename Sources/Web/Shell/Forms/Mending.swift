import Kernel

/// What a rule said no to, given back in the form that asked for it.
enum Mending {
  /// Carries out a change; a refusal that the form can mend becomes a problem of it, so that what
  /// was typed is not lost.
  /// - Parameter fields: the fields that the form has; a refusal about another one is about all.
  @discardableResult
  static func refusals<Answer>(
    of fields: [String] = [], _ change: () throws -> Answer
  ) throws -> Answer {
    do {
      return try change()
    } catch let refusal as any Refusal where [.invalid, .conflict].contains(refusal.kind) {
      let field = refusal.field.flatMap { fields.contains($0) ? $0 : nil }
      throw Problems(field: field, refusal.sentence)
    }
  }
}
