/// Working memory of one computation: plain cells without reference counts, freed together.
///
/// The solvers spend their time in array accesses; debug builds still check each of them.
final class Arena {
  private var owned: [UnsafeMutableRawPointer] = []

  /// Cells that hold a value to begin with; valid as long as the arena lives.
  func cells<Element: BitwiseCopyable>(
    _ count: Int, _ value: Element
  ) -> UnsafeMutableBufferPointer<Element> {
    let cells = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(count, 1))
    cells.initialize(repeating: value)
    cells.baseAddress.map { owned.append(UnsafeMutableRawPointer($0)) }
    return cells
  }

  deinit {
    for memory in owned { memory.deallocate() }
  }
}

/// Cells of an ``Arena``.
typealias Cells<Element> = UnsafeMutableBufferPointer<Element>
