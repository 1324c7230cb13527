/// Who is still in a count, who is elected, and what the constraints say of them.
struct Roll {
  /// Where a candidate stands.
  enum Status {
    case continuing
    case elected
    case excluded
  }

  private(set) var status: [Status]
  /// In order of election, by place from 0.
  private(set) var elected: [Int] = []
  /// In order of exclusion, without those who withdrew.
  private(set) var excluded: [Int] = []
  /// How many will be elected: the seats, or all candidates where there are fewer.
  let seats: Int
  private let constraints: SeatConstraints
  private(set) var guarded: Set<Int> = []
  private(set) var doomed: Set<Int> = []

  /// - Throws: ``ElectionProblem/infeasible(_:)`` where the constraints cannot be kept at all.
  init(_ election: Election, _ constraints: SeatConstraints) throws(ElectionProblem) {
    status = election.candidates.map { $0.isWithdrawn ? .excluded : .continuing }
    seats = min(election.seats, status.count { $0 == .continuing })
    self.constraints = constraints
    if try !judge() {
      throw .infeasible(
        "no choice of \(seats) of the candidates keeps all constraints. Loosen one of them.")
    }
  }

  /// Whether any constraints are to be kept.
  var isConstrained: Bool { !constraints.rules.isEmpty }

  /// The seats that are not filled yet.
  var vacancies: Int { seats - elected.count }

  /// Who is neither elected nor excluded, in the order of the paper.
  var continuing: [Int] { status.indices.filter { status[$0] == .continuing } }

  /// Who may be excluded next: who is doomed, or else everybody who is not guarded.
  var excludable: [Int] {
    continuing.filter { doomed.isEmpty ? !guarded.contains($0) : doomed.contains($0) }
  }

  /// Notes an election.
  mutating func elect(_ candidate: Int) throws(ElectionProblem) {
    status[candidate] = .elected
    elected.append(candidate)
    _ = try judge()
  }

  /// Notes an exclusion.
  mutating func exclude(_ candidate: Int) throws(ElectionProblem) {
    status[candidate] = .excluded
    excluded.append(candidate)
    _ = try judge()
  }

  /// Asks the constraints about the present state; false if they cannot be kept.
  private mutating func judge() throws(ElectionProblem) -> Bool {
    guard isConstrained else { return true }
    let verdict = try constraints.verdict(
      seats: seats, elected: Set(elected.map { $0 + 1 }), continuing: Set(continuing.map { $0 + 1 })
    )
    guarded = Set(verdict.guarded.map { $0 - 1 })
    doomed = Set(verdict.doomed.map { $0 - 1 })
    return verdict.isFeasible
  }
}
