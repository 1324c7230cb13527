/// The upper part of a certificate: whose it is, and what for.
struct CertificateBody {
  let certificate: Certificate
  let setter: Typesetter
  /// The most that a line may take, in points.
  let width: Double

  /// Points of a line of paragraphs: short enough that eyes find the next one.
  private static let measure = 500.0
  /// Sizes at which a name is tried, with the lines that it may have at each.
  private static let recipients: [(points: Double, lines: Int)] = [
    (40, 1), (34, 1), (29, 1), (29, 2), (24, 2), (20, 2), (16, 3), (12, .max),
  ]

  /// The part with its letters and spaces at a scale.
  func piece(scale: Double) -> Stack {
    let body = block(certificate.institution, .institution, scale)
    var pieces: [any Piece] = [
      body, Space(9 * scale), Rule(width: 36, height: 1.5, ink: .pine), Space(24 * scale),
      block(certificate.title, .title, scale), Space(10 * scale),
    ]
    if !certificate.opening.isEmpty {
      pieces += [block(certificate.opening, .opening, scale), Space(4 * scale)]
    }
    pieces.append(recipient(scale))
    for (place, paragraph) in certificate.paragraphs.enumerated() {
      pieces += [
        Space((place == 0 ? 12 : 5) * scale),
        setter.evenBlock(paragraph, .paragraph.scaled(by: scale), width: Self.measure),
      ]
    }
    if !certificate.facts.isEmpty { pieces += [Space(18 * scale), facts(scale)] }
    return Stack(pieces)
  }

  private func block(_ text: String, _ style: TextStyle, _ scale: Double) -> TextBlock {
    setter.evenBlock(text, style.scaled(by: scale), width: width)
  }

  /// The name as large as it goes in few lines.
  private func recipient(_ scale: Double) -> TextBlock {
    var style = TextStyle.recipient
    var name = block(certificate.recipient, style, scale)
    for (points, lines) in Self.recipients {
      style.points = points
      name = block(certificate.recipient, style, scale)
      if name.lines <= lines { break }
    }
    return name
  }

  private func facts(_ scale: Double) -> Row {
    let width = min(150, Self.measure / Double(certificate.facts.count))
    return Row(
      columns: certificate.facts.map { fact in
        let stack = Stack([
          setter.block(fact.value, .fact.scaled(by: scale), width: width - 14),
          setter.block(fact.label, .label.scaled(by: scale), width: width - 14),
        ])
        return Row.Column(piece: stack, width: width)
      })
  }
}
