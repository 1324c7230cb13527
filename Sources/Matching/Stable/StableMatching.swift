/// Which program each resident has.
public struct StableMatching: Sendable, Equatable {
  /// The program of each resident; nil for none.
  public let programOf: [Int?]

  /// An answer as someone claims it; ``StableProblem/blockingPairs(of:against:)`` judges it.
  public init(programOf: [Int?]) { self.programOf = programOf }

  /// How many residents have a program.
  public var matched: Int { programOf.count { $0 != nil } }

  /// The answer for programs; the schema is in the documentation (`stable.schema.json`).
  public var json: String {
    let numbers = programOf.map { String($0 ?? -1) }.joined(separator: ",")
    return "{\"matched\":\(matched),\"assignment\":[\(numbers)]}"
  }

  /// The answer for people: a line for each resident.
  public var text: String {
    var lines = ["\(matched) of \(programOf.count) residents matched", "resident program"]
    for (resident, program) in programOf.enumerated() {
      lines.append("\(resident) \(program.map { String($0) } ?? "none")")
    }
    return lines.joined(separator: "\n")
  }
}
