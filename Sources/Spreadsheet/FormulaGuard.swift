/// Which cells a spreadsheet program could take for a formula.
package enum FormulaGuard {
  /// The characters that a formula can begin with; tab and line ends are skipped by some
  /// programs, and the wide forms count where East Asian input is usual.
  private static let openers: [[UInt8]] = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]
  .map { Array($0.utf8) }

  /// Whether a cell begins like a formula and is no plain number such as -5 or +3.2.
  static func isDangerous(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = cell.drop { $0 == 0 }
    guard let first = text.first, first <= 0x40 || first == 0xEF else { return false }
    return openers.contains { text.starts(with: $0) } && !isNumber(text)
  }

  /// The cell as it was before ``CSVWriter`` guarded it.
  package static func unguarded(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return cell }
    var rest = String(cell.dropFirst())
    return rest.withUTF8(isDangerous) ? rest : cell
  }

  /// A sign, digits, and perhaps a point with digits behind it.
  private static func isNumber(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") else { return false }
    let parts = text.dropFirst()
      .split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
  }
}
