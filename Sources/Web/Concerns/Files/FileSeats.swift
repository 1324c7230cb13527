import Synchronization

/// Bounds how many files are received at a time: each is in memory until it is sealed.
final class FileSeats: Sendable {
  /// Those of this process.
  static let shared = FileSeats(8)

  private let free: Mutex<Int>

  init(_ count: Int) { free = Mutex(count) }

  /// One of them, free again when it is let go.
  /// - Throws: ``TooManyAtOnce`` where all are taken.
  func take() throws -> Seat {
    try free.withLock { free in
      guard free > 0 else { throw TooManyAtOnce() }
      free -= 1
    }
    return Seat(of: self)
  }

  /// A place for one file.
  final class Seat: Sendable {
    private let seats: FileSeats

    fileprivate init(of seats: FileSeats) { self.seats = seats }

    deinit { seats.free.withLock { $0 += 1 } }
  }
}
