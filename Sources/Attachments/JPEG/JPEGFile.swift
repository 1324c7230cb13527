/// Rewrites JPEG files (ITU-T T.81): what draws the picture, and which side is up.
///
/// Nothing is copied that was not understood. Tables are written where a scan needs them, scans up
/// to the last bit of the picture, and the segments of applications not at all; of three of those
/// the one number is kept that drawing needs (`JPEGColors`, `EXIFOrientation`). Pictures behind the
/// first one, and what else stands there, are gone.
struct JPEGFile {
  static let signature: [UInt8] = [0xFF, 0xD8, 0xFF]

  private let limits: FileLimits
  private var reader: ByteReader
  private var colors = JPEGColors()
  private var turned: Int?
  private var tables = JPEGTables()
  private var writer = JPEGTableWriter()
  private var frame: JPEGFrame?
  private var progress = JPEGProgress()
  private var scans = 0
  private var body: [UInt8] = []

  private init(_ file: [UInt8], _ limits: FileLimits) {
    reader = ByteReader(file, from: 2)
    self.limits = limits
  }

  static func rewritten(
    _ file: [UInt8], within limits: FileLimits
  ) throws(FileProblem) -> [UInt8] {
    var picture = JPEGFile(file, limits)
    var parts = 0
    while try picture.readSegment() {
      parts += 1
      guard parts <= FileLimits.parts else { throw .damaged }
    }
    return try picture.written()
  }

  /// Reads up to the end of a segment, and of the scan behind it; false at the end of the picture.
  private mutating func readSegment() throws(FileProblem) -> Bool {
    let marker = try readMarker()
    switch marker {
    case 0xD9: return false
    // Neither the start of another picture nor a restart may stand between segments.
    case 0x00, 0x01, 0xD0...0xD8: throw .damaged
    default: break
    }
    let length = try reader.number(2)
    let content = Array(try reader.take(length - 2))
    switch marker {
    case 0xC0...0xC2: try begin(JPEGFrame(marker, content, limits))
    case 0xC4: try tables.readCodes(content)
    case 0xDB: try tables.readQuantizers(content)
    case 0xDD: try tables.readInterval(content)
    case 0xDA: try readScan(content)
    // Lossless, hierarchical and arithmetic ones, and those that tell their height at the end.
    case 0xC3...0xCF, 0xDC, 0xDE, 0xDF: throw .unusual
    default: note(marker, content)
    }
    return true
  }

  /// Reads the marker that has to stand here; more than one 0xFF may fill the space before it.
  private mutating func readMarker() throws(FileProblem) -> UInt8 {
    guard try reader.byte() == 0xFF else { throw .damaged }
    var marker = try reader.byte()
    while marker == 0xFF { marker = try reader.byte() }
    return marker
  }

  /// Takes what drawing needs from an application's segment; behind the first scan it says nothing.
  private mutating func note(_ marker: UInt8, _ content: [UInt8]) {
    guard scans == 0 else { return }
    switch marker {
    case 0xE0: colors.noteJFIF(content)
    case 0xE1 where turned == nil: turned = EXIFOrientation.read(content[...])
    case 0xEE: colors.noteAdobe(content)
    default: break
    }
  }

  private mutating func begin(_ frame: JPEGFrame) throws(FileProblem) {
    guard self.frame == nil else { throw .damaged }
    self.frame = frame
    progress = JPEGProgress(frame)
  }

  private mutating func readScan(_ header: [UInt8]) throws(FileProblem) {
    guard let frame else { throw .damaged }
    let scan = try JPEGScan(header, of: frame)
    try progress.take(scan)
    scans += 1
    guard scans <= FileLimits.scans else { throw .damaged }
    for component in scan.components {
      try writer.writeQuantizer(of: component, in: frame, from: tables, to: &body)
    }
    if scans == 1 { body += frame.segment }
    let codes = try writer.writeCodes(of: scan, from: tables, to: &body)
    body += scan.segment
    var walk = ScanWalk(frame, scan, codes, tables.interval)
    walk.begin(in: reader.bytes, at: reader.position)
    if scan.first > 0 {
      try walk.walkDetails(&progress.coefficients[scan.components[0]])
    } else {
      try walk.walkPlain()
    }
    let end = try walk.end()
    body += end.clean
    reader.skip(to: end.position)
  }

  private func written() throws(FileProblem) -> [UInt8] {
    guard let frame, progress.isWhole else { throw .damaged }
    var clean: [UInt8] = [0xFF, 0xD8]
    clean += colors.jfif(frame)
    if let turned, turned != 1 { clean += EXIFOrientation.segment(turned) }
    clean += colors.adobe(frame)
    return clean + body + [0xFF, 0xD9]
  }

  /// A segment with its marker and length.
  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }
}
