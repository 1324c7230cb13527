/// Everything that is wrong with what was given, each problem tied to its field.
package struct Problems: Error, Sendable, Equatable {
  /// One problem of one field.
  package struct Problem: Sendable, Equatable {
    /// The field's name in the form, or nil where the whole form is meant.
    package let field: String?
    /// What is wrong and how to mend it; words of the institution stand in braces.
    package let sentence: String

    package init(field: String?, sentence: String) {
      self.field = field
      self.sentence = sentence
    }
  }

  /// The problems, in the order of the fields.
  package private(set) var all: [Problem] = []

  package init() {}

  /// One problem alone.
  package init(field: String?, _ sentence: String) {
    self.all = [Problem(field: field, sentence: sentence)]
  }

  /// Adds a problem of a field.
  package mutating func add(_ field: String?, _ sentence: String) {
    all.append(Problem(field: field, sentence: sentence))
  }

  /// The sentences of one field.
  package func of(_ field: String) -> [String] {
    all.filter { $0.field == field }.map(\.sentence)
  }

  /// The problems in an institution's words.
  package func said(in words: Words) -> Problems {
    var said = Problems()
    for problem in all { said.add(problem.field, words(problem.sentence)) }
    return said
  }

  /// Throws the problems, where there are any.
  package func throwIfAny() throws(Problems) {
    if !all.isEmpty { throw self }
  }
}
