import SQLStore

/// The values of a statement as libpq takes them: text, and bytes as they are.
struct PostgresParameters {
  private var characters: [CChar] = []
  /// Where each value begins; nil is NULL.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  /// 0 is text, 1 is binary.
  private var formats: [Int32] = []

  /// Replaces the values, keeping the memory.
  /// - Throws: ``SQLError`` for a text with U+0000: C strings end there.
  mutating func set(_ values: [SQLValue], statement: String) throws(SQLError) {
    characters.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    formats.removeAll(keepingCapacity: true)
    for value in values {
      let start = characters.count
      switch value {
      case .null: break
      case .text(let text):
        characters.append(contentsOf: text.utf8.lazy.map { CChar(bitPattern: $0) })
        guard !characters[start...].contains(0) else {
          throw SQLLimits.nulCharacter(in: statement)
        }
      case .integer(let number): append("\(number)")
      case .real(let number): append("\(number)")
      case .boolean(let truth): append(truth ? "t" : "f")
      case .bytes(let bytes):
        characters.append(contentsOf: bytes.lazy.map { CChar(bitPattern: $0) })
      }
      note(value, from: start)
    }
  }

  /// Hands the values to one of libpq's functions: count, values, lengths, formats.
  func withPointers<Answer>(
    _ body: (
      Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
    ) -> Answer
  ) -> Answer {
    characters.withUnsafeBufferPointer { buffer in
      let pointers = starts.map { start in
        start.flatMap { buffer.baseAddress?.advanced(by: $0) }
      }
      return pointers.withUnsafeBufferPointer { values in
        lengths.withUnsafeBufferPointer { lengths in
          formats.withUnsafeBufferPointer { formats in
            body(
              Int32(pointers.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
          }
        }
      }
    }
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { characters.append(CChar(bitPattern: byte)) }
  }

  private mutating func note(_ value: SQLValue, from start: Int) {
    lengths.append(Int32(characters.count - start))
    // Also after bytes: an empty value needs an address too.
    characters.append(0)
    starts.append(value == .null ? nil : start)
    if case .bytes = value { formats.append(1) } else { formats.append(0) }
  }
}
