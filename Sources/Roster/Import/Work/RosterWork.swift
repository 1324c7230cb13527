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
  /// What answers every question; nil where the other thread does.
  private let everybody: ChunkLookup?
  private let importID: ID<RosterImport>?
  private let exchange = RosterExchange()
  /// How many rows are written at once where no question has to be answered in between: databases
  /// take many rows of a table together more readily than few.
  private static let unasked = 4000

  /// - Parameter importID: the import for which something is written; nil for a mere look.
  init(_ pass: RosterPass, importing importID: ID<RosterImport>?) {
    self.pass = pass
    everybody = pass.everybody
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
        try watch.reached(progress)
        // Where a question will follow, its answer comes first: the next rows wait for it.
        if everybody == nil { waiting = batch } else if let batch { try write(batch) }
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
    try ask(of: answers)
    var batch = importID.map(RosterBatch.init(of:))
    var planned = 0
    while !answers.isEmpty {
      let next = try pass.parse()
      let lookup = try everybody ?? exchange.answer()
      let rows = pass.plan(&answers, lookup)
      batch?.add(rows, &pass.catalog, today: pass.today)
      planned += rows.count
      if everybody == nil || planned >= Self.unasked || next.isEmpty {
        let following = batch?.next(isLast: next.isEmpty)
        try exchange.say(.planned(batch, pass.progress))
        (batch, planned) = (following, 0)
      }
      try ask(of: next)
      answers = next
    }
  }

  private func ask(of answers: [RowParser.Answer]) throws {
    guard everybody == nil, !answers.isEmpty else { return }
    try exchange.say(.question(pass.keys(of: answers)))
  }

  /// Sums up after the last row.
  func finish(_ reader: any SQLReader) throws -> RosterPass.Findings {
    try pass.finish(reader)
  }
}
