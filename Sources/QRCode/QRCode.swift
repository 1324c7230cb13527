import CQREncode

/// A QR code of a text: the square of dark and light modules that a camera reads.
///
/// Error correction is level M, so that a seventh of the code may be damaged or covered.
package struct QRCode: Hashable, Sendable {
  /// Why a text has no code.
  package enum Problem: Error, Hashable {
    /// There is nothing to encode.
    case empty
    /// More octets than the largest code holds: 2,331 of any kind, more of digits alone.
    case tooLong(octets: Int)
    /// A zero octet, which the encoder would take for the end.
    case zeroOctet
  }

  /// The light modules that must surround the code on every side for a camera to find it.
  package static let quietZone = 4

  /// Modules on a side, without the quiet zone: 21 to 177.
  package let size: Int
  /// The modules row by row from the top left; true is dark.
  package let modules: [Bool]

  /// Encodes a text as UTF-8 in the smallest code that holds it.
  package init(_ text: String) throws(Problem) {
    guard !text.isEmpty else { throw .empty }
    guard !text.utf8.contains(0) else { throw .zeroOctet }
    guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
      throw .tooLong(octets: text.utf8.count)
    }
    defer { QRcode_free(code) }
    let size = Int(code.pointee.width)
    self.size = size
    modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size)
      .map { !$0.isMultiple(of: 2) }
  }

  /// Whether the module in a column and a row, both counted from 0 at the top left, is dark.
  package subscript(column column: Int, row row: Int) -> Bool {
    modules[row * size + column]
  }
}
