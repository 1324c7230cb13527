import QRCode

/// A certificate on its page: the body in the middle, who signs and the code below it.
struct CertificatePage {
  let certificate: Certificate
  let code: QRCode
  let setter: Typesetter

  /// Points from the edges of the sheet to the frame. Nothing is drawn outside of it.
  static let edge = 30.0
  /// Points from the sheet's edges to what is written.
  private static let margin = 62.0
  /// The most that the lower part takes, and what parts it from the body, in points.
  private static let footerRoom = 170.0
  private static let footerGap = 22.0
  /// How large the letters may be, from what is meant to what can just be read.
  private static let scales = stride(from: 1.0, through: 0.5, by: -0.05)

  /// The frame that surrounds everything.
  var frame: Box {
    Box(
      x: Self.edge, y: Self.edge, width: certificate.size.width - 2 * Self.edge,
      height: certificate.size.height - 2 * Self.edge)
  }

  /// What is drawn where; text that is long is set smaller.
  func marks() throws(CertificateProblem) -> [Mark] {
    let size = certificate.size
    let width = size.width - 2 * Self.margin
    let footer = try largest(within: Self.footerRoom) {
      CertificateFooter(certificate: certificate, code: code, setter: setter, width: width)
        .piece(scale: $0)
    }
    let footerTop = size.height - Self.margin - footer.height
    let room = footerTop - Self.footerGap - Self.margin
    let body = try largest(within: room) {
      CertificateBody(certificate: certificate, setter: setter, width: width).piece(scale: $0)
    }
    let center = size.width / 2
    // A little above the middle is where eyes take the middle to be.
    let bodyTop = Self.margin + (room - body.height) * 0.45
    return [.frame(frame, .pine, width: 0.75)]
      + body.marks(center: center, top: bodyTop) + footer.marks(center: center, top: footerTop)
  }

  /// The piece at the largest scale at which it is no higher than its room.
  private func largest(
    within room: Double, _ piece: (Double) -> any Piece
  ) throws(CertificateProblem) -> any Piece {
    for scale in Self.scales {
      let piece = piece(scale)
      if piece.height <= room { return piece }
    }
    throw .crowded
  }
}
