/// What stands between the cells of a text table.
package enum Delimiter: UInt8, Sendable, CaseIterable {
  /// `,`, also the answer where nothing tells.
  case comma = 0x2C
  /// `;`, usual where the comma is the decimal sign.
  case semicolon = 0x3B
  /// The tab character.
  case tab = 0x09
  /// `|`.
  case bar = 0x7C

  /// The word for several of them.
  package var plural: String {
    switch self {
    case .comma: "commas"
    case .semicolon: "semicolons"
    case .tab: "tabs"
    case .bar: "vertical bars"
    }
  }
}
