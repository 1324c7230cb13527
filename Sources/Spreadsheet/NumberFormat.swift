/// What a cell's number format makes of its number, as far as a reader of tables cares.
enum NumberFormat: Equatable {
  /// The number as it is.
  case plain
  /// An integer filled up with zeros to this many digits, as for codes that begin with 0.
  case padded(Int)
  /// A day, perhaps with a time of day.
  case date
  /// A time of day.
  case time
  /// A span of hours, minutes and seconds.
  case span

  /// How many zeros make a code: one means "at least one digit", and more than Excel's 30 nothing.
  private static let digits = 2...30

  /// The format with a number of its own (ECMA-376 part 1, 18.8.30); East Asian versions of
  /// Excel use 27 to 36 and 50 to 58 for days.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...36, 50...58: self = .date
    case 18...21, 45, 47: self = .time
    case 46: self = .span
    default: self = .plain
    }
  }

  /// What a format code such as `yyyy-mm-dd` or `00000` means; its first section decides.
  init(code: String) {
    let section = Section(code)
    if section.isSpan {
      self = .span
    } else if section.holds("yd") {
      self = .date
    } else if section.holds("hs") {
      self = .time
    } else if section.holds("m") {
      self = .date
    } else {
      self = Self.digits.contains(section.zeros) ? .padded(section.zeros) : .plain
    }
  }
}

extension NumberFormat {
  /// The letters of a format code's first section that are no literal text, in lower case.
  private struct Section {
    /// Whether it counts hours beyond 24, as in `[h]:mm`.
    private(set) var isSpan = false

    private var letters: [Character] = []

    init(_ code: String) {
      var rest = code.lowercased()[...]
      while let letter = rest.popFirst(), letter != ";" {
        switch letter {
        case "\"": Self.skip(&rest, to: "\"")
        case "\\", "_", "*": rest = rest.dropFirst()
        case "[":
          let start = rest
          Self.skip(&rest, to: "]")
          let inside = start[..<rest.startIndex].dropLast()
          if !inside.isEmpty, let unit = inside.first, "hms".contains(unit),
            inside.allSatisfy({ $0 == unit })
          {
            isSpan = true
          }
        default: letters.append(letter)
        }
      }
    }

    /// Whether any of some letters is in it.
    func holds(_ any: String) -> Bool { letters.contains { any.contains($0) } }

    /// How many zeros it consists of; 0 if anything else is in it.
    var zeros: Int { letters.allSatisfy { $0 == "0" } ? letters.count : 0 }

    private static func skip(_ rest: inout Substring, to end: Character) {
      while let letter = rest.popFirst(), letter != end {}
    }
  }
}
