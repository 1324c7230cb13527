import CPango
import Synchronization

/// The libraries that draw: they are loaded with the first certificate, and may be missing.
enum DrawingLibraries {
  /// The names that they are loaded by.
  static let names: [String] = {
    var names: [String] = []
    while let name = cpango_library(Int32(names.count)) { names.append(String(cString: name)) }
    return names
  }()

  private static let turn = Mutex(())

  /// Draws while nobody else does.
  ///
  /// cairo keeps fonts for all threads, and what two that draw at once find there is not always the
  /// same: now and then a page came out in other bytes.
  static func inTurn<Drawn: Sendable, Failure: Error>(
    _ draw: () throws(Failure) -> Drawn
  ) throws(Failure) -> Drawn {
    try turn.withLock { _ throws(Failure) in try draw() }
  }

  /// The first that cannot be loaded.
  static func missing(among names: [String] = Self.names) -> String? {
    names.first { cpango_loads($0) == 0 }
  }
}
