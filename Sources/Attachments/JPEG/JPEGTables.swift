/// The tables that stand in their slots at some place of a file.
struct JPEGTables {
  /// Quantizers by slot: 64 numbers of one or two bytes.
  private(set) var quantizers: [Int: [UInt8]] = [:]
  /// Codes by slot, those for details 16 behind those for means: 16 counts, and the meanings.
  private(set) var codes: [Int: [UInt8]] = [:]
  /// Units between two restarts; 0 for none.
  private(set) var interval = 0

  mutating func readQuantizers(_ content: [UInt8]) throws(FileProblem) {
    var reader = ByteReader(content)
    while !reader.isAtEnd {
      let head = try reader.number(1)
      guard head >> 4 < 2, head & 15 < 4 else { throw .damaged }
      quantizers[head & 15] = Array(try reader.take(head >> 4 == 0 ? 64 : 128))
    }
  }

  mutating func readCodes(_ content: [UInt8]) throws(FileProblem) {
    var reader = ByteReader(content)
    while !reader.isAtEnd {
      let head = try reader.number(1)
      guard head >> 4 < 2, head & 15 < 4 else { throw .damaged }
      let counts = Array(try reader.take(16))
      let count = counts.reduce(0) { $0 + Int($1) }
      guard count <= 256 else { throw .damaged }
      codes[head] = counts + (try reader.take(count))
    }
  }

  mutating func readInterval(_ content: [UInt8]) throws(FileProblem) {
    guard content.count == 2 else { throw .damaged }
    interval = Int(content[0]) << 8 | Int(content[1])
  }
}

/// Writes tables where a scan needs them, and only if they do not stand there yet.
struct JPEGTableWriter {
  private var quantizers: [Int: [UInt8]] = [:]
  private var codes: [Int: [UInt8]] = [:]
  private var interval = 0
  /// Components whose quantizer is settled: it is the one at their first scan.
  private var settled: Set<Int> = []

  mutating func writeQuantizer(
    of component: Int, in frame: JPEGFrame, from tables: JPEGTables, to body: inout [UInt8]
  ) throws(FileProblem) {
    guard settled.insert(component).inserted else { return }
    let slot = frame.components[component].quantizer
    guard let table = tables.quantizers[slot] else { throw .damaged }
    if quantizers[slot] == table { return }
    quantizers[slot] = table
    let size = table.count == 64 ? 0 : 0x10
    body += JPEGFile.segment(0xDB, [UInt8(size | slot)] + table)
  }

  /// Writes the codes and the interval of a scan, and gives the codes of each of its components.
  mutating func writeCodes(
    of scan: JPEGScan, from tables: JPEGTables, to body: inout [UInt8]
  ) throws(FileProblem) -> [JPEGCodes] {
    var all: [JPEGCodes] = []
    for slot in scan.slots {
      var needed = JPEGCodes()
      if scan.hasMeanCodes { needed.mean = try write(slot.mean, tables, &body) }
      if scan.hasDetails { needed.details = try write(16 + slot.details, tables, &body) }
      all.append(needed)
    }
    if interval != tables.interval {
      interval = tables.interval
      body += JPEGFile.segment(0xDD, [UInt8(interval >> 8), UInt8(interval & 0xFF)])
    }
    return all
  }

  private mutating func write(
    _ slot: Int, _ tables: JPEGTables, _ body: inout [UInt8]
  ) throws(FileProblem) -> PrefixCode {
    guard let table = tables.codes[slot] else { throw .damaged }
    if codes[slot] != table {
      codes[slot] = table
      body += JPEGFile.segment(0xC4, [UInt8(slot)] + table)
    }
    let meanings = table.dropFirst(16).map { Int($0) }
    // A number stands in a code once: words that nobody needs could say anything.
    guard Set(meanings).count == meanings.count else { throw .damaged }
    return try PrefixCode(counts: table.prefix(16).map { Int($0) }, symbols: meanings)
  }
}

/// The codes of a component in a scan; each is there if the scan needs it.
struct JPEGCodes {
  var mean: PrefixCode?
  var details: PrefixCode?
}
