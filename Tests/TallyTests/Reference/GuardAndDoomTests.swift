import Tally
import Testing

@Suite struct GuardAndDoomTests {
  private struct State: Decodable {
    struct Person: Decodable {
      let n: Int
      let department: String
      let gender: String
      let year: String
      let state: String

      func value(_ attribute: String) -> String {
        switch attribute {
        case "department": department
        case "gender": gender
        default: year
        }
      }
    }

    struct Rule: Decodable {
      let attribute: String
      let value: String
      let min: Int
      let max: Int
    }

    let id: String
    let seats: Int
    let candidates: [Person]
    let constraints: [Rule]
    let feasible: Int
    let guarded: Set<Int>
    let doomed: Set<Int>

    enum CodingKeys: String, CodingKey {
      case id, seats, candidates, constraints, guarded, doomed
      case feasible = "feasible_completions"
    }

    func numbers(_ state: String) -> Set<Int> {
      Set(candidates.filter { $0.state == state }.map(\.n))
    }

    var rules: SeatConstraints {
      SeatConstraints(
        constraints.map { rule in
          SeatRule(
            group: "\(rule.attribute) \(rule.value)", minimum: rule.min, maximum: rule.max,
            members: Set(candidates.filter { $0.value(rule.attribute) == rule.value }.map(\.n)))
        })
    }
  }

  @Test func `whom every way of filling the seats needs, and whom none admits`() throws {
    let states = try ReferenceFiles.fixture("constraints_guard_doom.jsonl", of: State.self)
    try #require(states.count == 80)
    for state in states {
      let verdict = try state.rules.verdict(
        seats: state.seats, elected: state.numbers("elected"),
        continuing: state.numbers("continuing"))
      let expected = SeatConstraints.Verdict(
        isFeasible: state.feasible > 0, guarded: state.guarded, doomed: state.doomed)
      #expect(verdict == expected, "\(state.id)")
    }
  }
}
