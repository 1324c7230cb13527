import QRCode

/// A QR code with the light margin that cameras need, which leads to its address.
struct CodeSquare: Piece {
  let code: QRCode
  let address: String
  /// The side with the margin.
  let height: Double

  func marks(center: Double, top: Double) -> [Mark] {
    let module = height / Double(code.size + 2 * QRCode.quietZone)
    let side = module * Double(code.size)
    let box = Box(
      x: center - side / 2, y: top + module * Double(QRCode.quietZone), width: side, height: side)
    return [.link(address, .code(code, box))]
  }
}

/// A text that leads to an address.
struct LinkedText: Piece {
  let block: TextBlock
  let address: String

  var height: Double { block.height }

  func marks(center: Double, top: Double) -> [Mark] {
    block.marks(center: center, top: top).map { .link(address, $0) }
  }
}
