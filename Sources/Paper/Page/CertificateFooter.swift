import QRCode

/// The lower part of a certificate: who signs, where it can be checked, and the date.
struct CertificateFooter {
  let certificate: Certificate
  let code: QRCode
  let setter: Typesetter
  /// What the three columns take together, in points.
  let width: Double

  /// Points of the column in the middle.
  private static let middle = 270.0
  /// The code's side with its margin. A module is at least half a millimeter for usual addresses.
  private static let codeSide = 92.0
  /// Where a hand signs, above the line.
  private static let hand = 46.0

  /// The part with its letters at a scale; the code stays as large as it is.
  func piece(scale: Double) -> Row {
    let side = (width - Self.middle) / 2
    let signer = certificate.signer
    return Row(columns: [
      .init(piece: signed([(signer.name, .signer), (signer.title, .label)], scale), width: side),
      .init(piece: proof(scale), width: Self.middle),
      .init(piece: signed([(certificate.date, .signer)], scale), width: side),
    ])
  }

  /// A line to write above, and what stands below it.
  private func signed(_ texts: [(String, TextStyle)], _ scale: Double) -> Stack {
    let width = (width - Self.middle) / 2 - 16
    let below = texts.filter { !$0.0.isEmpty }.map { text, style in
      setter.block(text, style.scaled(by: scale), width: width)
    }
    return Stack(
      [Space(Self.hand), Rule(width: width, height: 0.5, ink: .line), Space(5)]
        + below.map { $0 as any Piece })
  }

  private func proof(_ scale: Double) -> Stack {
    let address = certificate.proof.address
    let text = { setter.block($0, TextStyle.proof.scaled(by: scale), width: Self.middle - 4) }
    var pieces: [any Piece] = [CodeSquare(code: code, address: address, height: Self.codeSide)]
    if !certificate.proof.words.isEmpty { pieces.append(text(certificate.proof.words)) }
    pieces.append(LinkedText(block: text(address), address: address))
    return Stack(pieces)
  }
}
