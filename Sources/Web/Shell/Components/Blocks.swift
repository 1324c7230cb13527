import HTML

/// A titled section on a surface of its own.
enum Card {
  static func of(_ heading: String, @HTMLBuilder content: () -> HTML) -> HTML {
    section(.class("card")) {
      h2 { heading }
      content()
    }
  }
}

/// Facts of a record: a term, and what it is.
enum Facts {
  /// One line; a value that is missing is left out.
  struct Line {
    let term: String
    let value: HTML?

    init(_ term: String, _ value: HTML?) {
      self.term = term
      self.value = value
    }

    init(_ term: String, _ text: String?) {
      self.term = term
      self.value = text.map { .text($0) }
    }
  }

  static func of(_ lines: [Line]) -> HTML {
    dl(.class("facts")) {
      for line in lines {
        if let value = line.value {
          dt { line.term }
          dd { value }
        }
      }
    }
  }
}

/// A place where something will stand, and how it comes about; the light is on where nothing is
/// left to do.
enum EmptyState {
  static func of(
    _ heading: String, _ sentence: String, isDone: Bool = false,
    @HTMLBuilder action: () -> HTML = { .nothing }
  ) -> HTML {
    section(.class("empty")) {
      Wordmark.mark(isLit: isDone)
      h2 { heading }
      p(.class("soft")) { sentence }
      action()
    }
  }
}

/// Numbers with a word each, as links.
enum Tiles {
  /// One number.
  struct Tile {
    let number: Int
    let label: String
    let tone: Tone
    let location: Location
  }

  static func of(_ tiles: [Tile]) -> HTML {
    ul(.class("tiles")) {
      for tile in tiles {
        li(.classes(tile.tone.rawValue)) {
          a(.href(tile.location)) {
            HTML.element("b", [], [.text(Figures.grouped(tile.number))])
            tile.label
          }
        }
      }
    }
  }
}

/// The steps of something long.
enum Steps {
  /// - Parameter current: the index of the present step; the count when all are done.
  static func of(_ steps: [String], current: Int, label: String) -> HTML {
    ol(.class("steps"), .aria(.label, label)) {
      for (index, step) in steps.enumerated() {
        if index < current {
          li(.class("done")) {
            step + " "
            span(.class("vh")) { "done" }
          }
        } else if index == current {
          li(.aria(.current, "step")) { step }
        } else {
          li { step }
        }
      }
    }
  }
}

/// Pages beside each other, the present one marked.
enum Tabs {
  /// One page.
  struct Tab {
    let label: String
    let location: Location
    let isCurrent: Bool

    init(_ label: String, _ location: Location, isCurrent: Bool = false) {
      self.label = label
      self.location = location
      self.isCurrent = isCurrent
    }
  }

  static func of(_ tabs: [Tab], label: String) -> HTML {
    nav(.class("tabs"), .aria(.label, label)) {
      for tab in tabs {
        a(.href(tab.location), tab.isCurrent ? .aria(.current, "page") : .flag("x", false)) {
          tab.label
        }
      }
    }
  }
}

/// The way to the pages before and after, below a list.
enum Pager {
  /// - Parameter label: what has pages, where a page has several lists.
  static func of(
    _ summary: String, previous: Location?, next: Location?, label: String = "Pages"
  ) -> HTML {
    nav(.class("pager"), .aria(.label, label)) {
      link("Previous", "prev", previous)
      span(.class("soft")) { summary }
      link("Next", "next", next)
    }
  }

  private static func link(
    _ label: String, _ relation: StaticString, _ location: Location?
  ) -> HTML {
    guard let location else { return span() }
    return a(.class("btn small"), .named("rel", "\(relation)"), .href(location)) { label }
  }
}

/// What happened, newest first.
enum Timeline {
  /// One event.
  struct Event {
    let when: String
    let tone: Tone
    let content: HTML
  }

  static func of(_ events: [Event]) -> HTML {
    ol(.class("timeline")) {
      for event in events {
        li(.classes(event.tone.rawValue)) {
          time { event.when }
          br()
          event.content
        }
      }
    }
  }
}
