/// How the bytes of a text table stand for characters.
package enum TextEncoding: Sendable, Equatable, CaseIterable {
  /// UTF-8 without a byte order mark.
  case utf8
  /// UTF-8 after the mark EF BB BF, as Excel saves "CSV UTF-8".
  case utf8WithMark
  /// UTF-16 after the mark FF FE, as Excel saves "Unicode text".
  case utf16LittleEndian
  /// UTF-16 after the mark FE FF.
  case utf16BigEndian
  /// The Western code page of Windows, as Excel saves plain "CSV" there.
  case windows1252

  /// The name that people know it by.
  package var name: String {
    switch self {
    case .utf8, .utf8WithMark: "UTF-8"
    case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
    case .windows1252: "Windows-1252"
    }
  }

  /// The bytes that announce this encoding at the start of a file.
  var mark: [UInt8] {
    switch self {
    case .utf8, .windows1252: []
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The encoding that the first bytes of a file announce, if any does.
  static func marked(by start: [UInt8]) -> TextEncoding? {
    allCases.first { !$0.mark.isEmpty && start.starts(with: $0.mark) }
  }
}
