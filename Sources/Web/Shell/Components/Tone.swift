import HTML

/// How something is meant; a word always says it too, never the color alone.
package enum Tone: String, Sendable, CaseIterable {
  case neutral = ""
  case good, warn, bad, info
}

/// A word or two about a state.
enum Badge {
  static func of(_ text: String, _ tone: Tone = .neutral) -> HTML {
    span(.classes("badge", tone.rawValue)) { text }
  }
}

/// A box that says something to the reader.
enum NoticeBox {
  static func of(
    _ tone: Tone, heading: String? = nil, @HTMLBuilder content: () -> HTML
  ) -> HTML {
    div(.classes("notice", tone.rawValue)) {
      if let heading { h2 { heading } }
      content()
    }
  }

  /// A box of one sentence.
  static func of(_ tone: Tone, _ sentence: String) -> HTML {
    of(tone) { p { sentence } }
  }
}
