import Elections
import Kernel
import SQLStore

/// Has people vote in an election of the hospital that is over, and counts it.
struct VoteFill {
  let election: ElectionID
  let plan: ElectionPlan
  /// The election officer.
  let officer: PersonID
  let today: Day
  let writer: any SQLWriter

  /// Casts as many ballots as the plan says, by the same verb as everybody.
  func cast(in world: World, _ chance: inout Chance) throws {
    let voters = try writer.rows(
      "SELECT person_id FROM elector WHERE election_id = \(election) ORDER BY person_id"
    ).map { try $0.id("person_id", PersonID.self) }
    let standing = Array(1...plan.candidates)
    for voter in chance.shuffled(voters).prefix(plan.ballots) {
      // Some candidates are better known than others, and few rank everybody.
      let order = standing.map { ($0, chance.below(4 * $0 + 6)) }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
      let fields = order.prefix(chance.within(1...plan.candidates)).enumerated().map {
        (name: Ballot.field($1), value: String($0 + 1))
      }
      let day = today.adding(days: chance.within(plan.votes.lowerBound...plan.votes.upperBound - 1))
      let viewer = Viewer(person: voter, grants: [], now: day.moment(hour: 12), today: day)
      try Ballot.cast(
        SentBallot(fields, receipt: BallotReceipt(in: world)), in: election, by: viewer,
        world: world, writer: writer)
    }
  }

  /// Closes the election on the evening of its last day, and certifies it the day after.
  func count(in world: World) throws {
    try Election.close(
      election, by: viewer(plan.votes.upperBound, hour: 18), in: world, writer: writer)
    try world.urnKeys.destroy(of: election.text)
    try Election.certify(
      election, by: viewer(plan.votes.upperBound + 1, hour: 9), in: world, writer: writer)
  }

  private func viewer(_ days: Int, hour: Int) -> Viewer {
    let day = today.adding(days: days)
    return Viewer(person: officer, grants: [], now: day.moment(hour: hour), today: day)
  }
}
