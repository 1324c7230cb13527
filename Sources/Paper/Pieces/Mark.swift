import QRCode

/// Something that is drawn at a place of the page.
enum Mark {
  case text(TextBlock, x: Double, y: Double)
  /// Text and what else leads to an address when it is touched on a screen.
  indirect case link(String, Mark)
  /// A filled rectangle.
  case bar(Box, Ink)
  /// The outline of a rectangle, of a width.
  case frame(Box, Ink, width: Double)
  case code(QRCode, Box)

  /// What it covers.
  var covered: Box {
    switch self {
    case .text(let block, let x, let y): block.covered.moved(x: x, y: y)
    case .link(_, let mark): mark.covered
    case .bar(let box, _), .frame(let box, _, _), .code(_, let box): box
    }
  }

  /// How many of its letters no font of this machine has.
  var unknownLetters: Int {
    switch self {
    case .text(let block, _, _): block.unknownLetters
    case .link(_, let mark): mark.unknownLetters
    case .bar, .frame, .code: 0
    }
  }
}
