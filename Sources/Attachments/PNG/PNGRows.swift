/// The rows of a PNG picture as they follow each other before compression: each begins with the
/// number of its filter.
struct PNGRows {
  private struct Pass {
    let length: Int
    var count: Int
  }

  /// Passes of which rows are still to come, the next one last.
  private var passes: [Pass]
  /// Bytes of the present row that are still to come.
  private var rest = 0

  init(_ header: PNGHeader) {
    func pass(_ width: Int, _ height: Int) -> Pass {
      Pass(
        length: 1 + (width * header.pixelBits + 7) / 8, count: width > 0 ? max(0, height) : 0)
    }
    if header.isInterlaced {
      // Of each pass its first column and row, and the steps to the next ones (PNG, 8.2).
      let steps = [
        (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
        (0, 1, 1, 2),
      ]
      passes = steps.map { step in
        pass(
          (header.width - step.0 + step.2 - 1) / step.2,
          (header.height - step.1 + step.3 - 1) / step.3)
      }
    } else {
      passes = [pass(header.width, header.height)]
    }
    passes = passes.filter { $0.count > 0 }.reversed()
  }

  /// Whether all rows have come.
  var isWhole: Bool { rest == 0 && passes.isEmpty }

  /// Takes the bytes that come next.
  mutating func take(_ bytes: ArraySlice<UInt8>) throws(FileProblem) {
    var place = bytes.startIndex + rest
    while place < bytes.endIndex {
      guard let pass = passes.last, bytes[place] < 5 else { throw .damaged }
      place += pass.length
      if pass.count == 1 {
        passes.removeLast()
      } else {
        passes[passes.count - 1].count -= 1
      }
    }
    rest = place - bytes.endIndex
  }
}
