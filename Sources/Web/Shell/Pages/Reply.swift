package import HTML

/// What a handler answers with.
package enum Reply: Sendable {
  /// A page in the layout.
  case page(Page)
  /// On to another page after a change.
  case redirect(Redirect)
  /// A file to keep.
  case download(Download)
  /// What programs of people's own read again and again.
  case feed(Feed)
  /// JSON, for scripts of our own pages.
  case json([UInt8])

  /// On to another page; the sentence is shown there once, with the institution's words in it.
  package static func redirect(_ location: Location, saying sentence: String? = nil) -> Reply {
    .redirect(Redirect(location, saying: sentence))
  }
}

/// The way on after a change.
package struct Redirect: Sendable {
  package let location: Location
  /// A sentence that the next page shows once.
  package let sentence: String?
  package let session: SessionChange

  /// What becomes of the browser's session.
  package enum SessionChange: Sendable {
    case stays
    /// The browser gets a new token.
    case begins(token: String)
    /// The browser forgets its token.
    case ends
  }

  package init(
    _ location: Location, saying sentence: String? = nil, session: SessionChange = .stays
  ) {
    self.location = location
    self.sentence = sentence
    self.session = session
  }
}

/// A file that the browser keeps, or shows.
package struct Download: Sendable {
  /// The name without path, ASCII.
  package let fileName: String
  /// Whether the browser may show it in place of keeping it.
  package let isShown: Bool
  /// The media type with its charset.
  package let type: String
  package let bytes: [UInt8]

  package init(fileName: String, type: String, bytes: [UInt8], isShown: Bool = false) {
    self.fileName = fileName
    self.isShown = isShown
    self.type = type
    self.bytes = bytes
  }
}

/// A calendar as a program reads it that asks every few hours.
package struct Feed: Sendable {
  package let bytes: [UInt8]
  /// The tag of this very content, in quotation marks.
  package let tag: String
  /// Whether the program has it already.
  package let isKnown: Bool

  package init(bytes: [UInt8], tag: String, isKnown: Bool) {
    self.bytes = bytes
    self.tag = tag
    self.isKnown = isKnown
  }
}
