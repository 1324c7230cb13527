import HTML

/// The picture of someone: the first letters of their name.
enum Picture {
  static func of(_ name: String) -> HTML {
    span(.class("avatar"), .aria(.hidden, "true")) { Figures.initials(name) }
  }
}

/// An explanation that is folded away until it is wanted.
enum Fold {
  /// - Parameter isOpen: whether it stands open, as where something in it is wrong.
  static func of(
    _ question: String, isOpen: Bool = false, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    details(.class("help"), .flag("open", isOpen)) {
      summary { question }
      div(.class("prose")) { content() }
    }
  }
}
