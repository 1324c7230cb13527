import Logging
import Synchronization

/// What the site logs, from the lowest level on.
final class KeptLog: Sendable {
  private let lines = Mutex<[String]>([])

  /// All of it.
  var text: String { lines.withLock { $0.joined(separator: "\n") } }

  /// A logger that writes here.
  var logger: Logger {
    Logger(label: "test") { _ in Sink(log: self) }
  }

  private struct Sink: LogHandler {
    let log: KeptLog
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      log.lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
    }
  }
}
