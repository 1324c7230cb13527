/// Swift source taken apart: rules look for words in code without meeting them in prose.
struct SwiftText: Sendable {
  /// A comment or literal with the line on which it begins.
  struct Piece: Sendable, Equatable {
    let line: Int
    let text: String
  }

  /// The source with comments, the contents of literals, and names in backticks blanked.
  ///
  /// Line ends stay, so that a place in it is a place in the source.
  let code: String
  /// The source with only the comments blanked.
  let withoutComments: String
  /// The comments, one a line or block, with their marks.
  let comments: [Piece]
  /// The contents of string literals; each interpolation has become `$`.
  let literals: [Piece]

  init(_ source: String) {
    var lexer = SwiftLexer(Array(source.utf8))
    lexer.readCode()
    self.code = String(decoding: lexer.code, as: UTF8.self)
    self.withoutComments = String(decoding: lexer.withoutComments, as: UTF8.self)
    self.comments = lexer.comments
    self.literals = lexer.literals
  }
}
