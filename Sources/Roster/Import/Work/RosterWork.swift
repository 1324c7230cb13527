import Foundation
import Kernel
import SQLStore

/// A pass over a file with two threads: one reads and plans, the store's own looks up and writes.
///
/// While a batch is written, the next is planned and the one after that is read. The pass belongs
/// to the reading thread from its start until it has stopped, and to the other one before and
/// after.
final class RosterWork: @unchecked Sendable {
  private(set) var pass: RosterPass
  private let importID: ID<RosterImport>?
  private let exchange = RosterExchange()

  /// - Parameter importID: the import for which something is written; nil for a mere look.
  init(_ pass: RosterPass, importing importID: ID<RosterImport>?) {
    self.pass = pass
    self.importID = importID
  }

  /// Goes through the whole file.
  func run(
    _ reader: any SQLReader, _ watch: RosterWatch, write: (RosterBatch) throws -> Void
  ) throws {
    let thread = Thread { [self] in
      do {
        try plan()
        try? exchange.say(.end(nil))
      } catch {
        try? exchange.say(.end(error))
      }
      exchange.end()
    }
    thread.name = "roster"
    thread.start()
    defer { exchange.stop() }
    var waiting: RosterBatch?
    while true {
      switch exchange.listen() {
      case .question(let keys):
        exchange.answer(try ChunkLookup(keys, in: reader))
        if let batch = waiting { try write(batch) }
        waiting = nil
      case .planned(let batch, let progress):
        waiting = batch
        try watch.reached(progress)
      case .end(let error):
        if let error { throw error }
        if let batch = waiting { try write(batch) }
        return
      }
    }
  }

  /// What the reading thread does.
  private func plan() throws {
    var answers = try pass.parse()
    if !answers.isEmpty { try exchange.say(.question(pass.keys(of: answers))) }
    while !answers.isEmpty {
      let next = try pass.parse()
      let rows = pass.plan(&answers, try exchange.answer())
      let batch = importID.map { pass.batch(rows, of: $0) }
      try exchange.say(.planned(batch, pass.progress))
      if !next.isEmpty { try exchange.say(.question(pass.keys(of: next))) }
      answers = next
    }
  }

  /// Sums up after the last row.
  func finish(_ reader: any SQLReader) throws -> RosterPass.Findings {
    try pass.finish(reader)
  }
}
