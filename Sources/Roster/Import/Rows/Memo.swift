/// Answers for cells that come again and again: a roster has few levels, days and programs.
struct Memo<Answer: Sendable>: Sendable {
  private var known: [String: Answer] = [:]
  private let limit = 4096

  /// The answer for a cell, made once.
  mutating func answer(_ cell: String, _ make: (String) -> Answer) -> Answer {
    if let answer = known[cell] { return answer }
    let answer = make(cell)
    // A column without repetitions must not fill the memory.
    if known.count >= limit { known.removeAll(keepingCapacity: true) }
    known[cell] = answer
    return answer
  }
}
