import HTML

/// What a change does to one fact: before, struck out, and after.
enum RowChange {
  static func of(_ fact: String, from before: String?, to after: String) -> HTML {
    span {
      fact + ": "
      if let before {
        del(.named("dir", "auto")) { before }
        " "
      }
      ins(.named("dir", "auto")) { after }
    }
  }
}
