import Elections
import Kernel

/// An election of the fictional hospital: whose, and how many days from today its windows are.
struct ElectionPlan: Sendable {
  let title: String
  /// The organization whose peer-selected seats it fills.
  let organization: String
  let seats: Int
  let onePer: Election.OnePer
  /// Days from today: the roll, nominations and voting.
  let rollOn: Int
  let nominations: ClosedRange<Int>
  let votes: ClosedRange<Int>
  /// How many stand.
  let candidates: Int
  /// How many were asked and have not answered.
  let asked: Int
  /// How many voted, where voting is over.
  var ballots = 0

  /// One that is certified, one in which people vote, and one that takes nominations.
  static let all = [
    ElectionPlan(
      title: "Delegates of the fall", organization: "Resident Council", seats: 3,
      onePer: .department, rollOn: -31, nominations: -45 ... -33, votes: -30 ... -16,
      candidates: 9, asked: 0, ballots: 420),
    ElectionPlan(
      title: "Peer-selected members of the committee",
      organization: "Graduate Medical Education Committee", seats: 2, onePer: .program,
      rollOn: -6, nominations: -20 ... -7, votes: -3...6, candidates: 5, asked: 0),
    ElectionPlan(
      title: "Delegates for the spring", organization: "Resident Council", seats: 2,
      onePer: .anyone, rollOn: 8, nominations: -4...7, votes: 10...17, candidates: 3, asked: 2),
  ]

  /// What candidates write.
  static let statements = [
    """
    Rested people give safer care. I have covered the night float for two years and know which \
    rules look good on paper alone.
    """,
    """
    I will bring each question of yours to the table and its answer back to you, also where it \
    is no.
    """,
    """
    Food after eight, a lock on every call room, and a parking lot that is lit. Small things \
    first.
    """,
    """
    I came here from another hospital. Some of what we put up with is not a law of nature.

    I would like to look after the first-years above all.
    """,
    "More voices from the small programs. Ours has four people, and we are never asked.",
    "",
    "I have served for a year and would like to finish what we began: schedules six weeks ahead.",
  ]
}
