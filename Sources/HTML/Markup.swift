/// Finished markup: bytes of UTF-8 behind a counted object, in one allocation.
///
/// An array would say the same. But to make one asks the runtime for its type each time, which
/// takes longer than to write the few bytes that most elements have.
final class Markup: ManagedBuffer<Int, UInt8> {
  /// How many bytes there are.
  var count: Int { withUnsafeMutablePointerToHeader { $0.pointee } }

  /// Markup of a size that is known before it is written.
  static func written(_ size: Int, _ write: (inout Pen) -> Void) -> Markup {
    let made = create(minimumCapacity: size) { _ in size }
    made.withUnsafeMutablePointerToElements { start in
      var pen = Pen(UnsafeMutableBufferPointer(start: start, count: size))
      write(&pen)
      precondition(pen.isDone)
    }
    return unsafeDowncast(made, to: Markup.self)
  }

  /// The bytes, for as long as the closure runs.
  func withBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    withUnsafeMutablePointers { size, start in
      body(UnsafeBufferPointer(start: start, count: size.pointee))
    }
  }
}
