/// Formats that are known and not taken, because nobody can be sure to clean them, or to show them.
package enum ForeignFormat: Sendable, CaseIterable {
  case pdf
  /// Of word processors, spreadsheets and slides.
  case office
  case archive
  /// HEIC and AVIF, as phones take them.
  case phonePicture
  /// GIF, WebP, TIFF and others.
  case otherPicture
  case video
  case sound
  /// HTML, SVG and XML.
  case markup
  /// A saved message, with all who sent and relayed it.
  case mail
  case calendar
  case program

  /// What to do instead.
  package var sentence: String {
    switch self {
    case .pdf:
      "PDF files can name who made them in many hidden places. Attach a screenshot of the page as "
        + "JPEG or PNG, or copy its text."
    case .office:
      "Documents carry the names of who wrote and changed them. Copy the text, or attach a "
        + "screenshot of the page as JPEG or PNG."
    case .archive: "Archives are not taken. Attach each picture or text of it by itself."
    case .phonePicture:
      "This picture is in a phone's own format. Attach a screenshot of it, or set the camera to "
        + "“most compatible” and share it as JPEG."
    case .otherPicture:
      "Pictures are taken as JPEG or PNG. Save this one as JPEG, or attach a screenshot of it."
    case .video:
      "Videos are not taken: a voice and what moves in the background tell who was there. Write "
        + "what happens in it, or attach a screenshot."
    case .sound: "Recordings are not taken: a voice tells whose it is. Write what was said."
    case .markup: "Saved pages are not taken. Copy the text, or attach a screenshot of the page."
    case .mail:
      "A saved message names everyone who sent and received it. Copy the words that matter, or "
        + "attach a screenshot of them."
    case .calendar: "Calendar and contact files name people. Copy the words that matter."
    case .program: "Programs are not taken. Attach a picture or a text."
    }
  }
}

extension ForeignFormat {
  /// What a file is by its beginning, if that is known and not taken.
  init?(beginning bytes: [UInt8]) {
    guard let format = Self.bySignature(bytes) ?? Self.byContainer(bytes) ?? Self.byWords(bytes)
    else { return nil }
    self = format
  }

  private static let signatures: [(start: [UInt8], format: ForeignFormat)] = [
    (Array("%PDF".utf8), .pdf),
    (Array("{\\rtf".utf8), .office),
    ([0xD0, 0xCF, 0x11, 0xE0], .office),
    (Array("%!PS".utf8), .office),
    (Array("7z".utf8) + [0xBC, 0xAF], .archive),
    (Array("Rar!".utf8), .archive),
    ([0x1F, 0x8B], .archive),
    (Array("BZh".utf8), .archive),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .archive),
    (Array("GIF8".utf8), .otherPicture),
    ([0x49, 0x49, 0x2A, 0x00], .otherPicture),
    ([0x4D, 0x4D, 0x00, 0x2A], .otherPicture),
    (Array("8BPS".utf8), .otherPicture),
    ([0xFF, 0x0A], .otherPicture),
    ([0, 0, 0, 12] + Array("JXL ".utf8), .otherPicture),
    ([0, 0, 0, 12] + Array("jP  ".utf8), .otherPicture),
    ([0x1A, 0x45, 0xDF, 0xA3], .video),
    (Array("FLV".utf8) + [1], .video),
    (Array("ID3".utf8), .sound),
    (Array("fLaC".utf8), .sound),
    (Array("OggS".utf8), .sound),
    (Array("#!AMR".utf8), .sound),
    ([0x7F] + Array("ELF".utf8), .program),
    (Array("#!/".utf8), .program),
  ]

  private static func bySignature(_ bytes: [UInt8]) -> ForeignFormat? {
    if let known = signatures.first(where: { bytes.starts(with: $0.start) }) { return known.format }
    // Two letters begin many a text; zeros do not follow in one.
    let head = bytes.prefix(64)
    guard head.contains(0) else { return nil }
    if head.starts(with: Array("BM".utf8)) { return .otherPicture }
    return head.starts(with: Array("MZ".utf8)) ? .program : nil
  }

  /// Formats of which the beginning says only how they are packed.
  private static func byContainer(_ bytes: [UInt8]) -> ForeignFormat? {
    let inner = String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self)
    if bytes.starts(with: Array("RIFF".utf8)) {
      return ["WEBP": .otherPicture, "WAVE": .sound, "AVI ": .video][inner]
    }
    if bytes.dropFirst(4).starts(with: Array("ftyp".utf8)) {
      if ["M4A ", "M4B "].contains(inner) { return .sound }
      let pictures = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis"]
      return pictures.contains(inner) ? .phonePicture : .video
    }
    guard bytes.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
    let names = String(decoding: bytes.prefix(4000), as: UTF8.self)
    let marks = ["[Content_Types].xml", "docProps/", "mimetypeapplication/", "Index/Document.iwa"]
    return marks.contains { names.contains($0) } ? .office : .archive
  }

  /// Formats that are text themselves.
  private static func byWords(_ bytes: [UInt8]) -> ForeignFormat? {
    let head = String(decoding: bytes.prefix(8000), as: UTF8.self).lowercased()
    let words = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let markup = ["<!doctype", "<html", "<head", "<body", "<svg", "<?xml", "<script", "<!--"]
    if markup.contains(where: { words.hasPrefix($0) }) { return .markup }
    if words.hasPrefix("begin:vc") { return .calendar }
    return isMail(words) ? .mail : nil
  }

  /// Whether lines of a message's head stand before the first empty line.
  private static func isMail(_ words: Substring) -> Bool {
    let relayed: Set = ["received", "return-path", "delivered-to", "message-id", "mime-version"]
    let lines = words.split(omittingEmptySubsequences: false) { $0.isNewline }
    let names = lines.prefix { !$0.isEmpty }.compactMap { line in
      line.firstIndex(of: ":").map { String(line[..<$0]) }
    }
    let others: Set = ["from", "to", "date", "subject"]
    return names.contains { relayed.contains($0) }
      && names.count { relayed.contains($0) || others.contains($0) } > 1
  }
}
