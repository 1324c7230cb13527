/// Why two people cannot be paired, whatever their points.
///
/// Nobody reads which bar it is of two people: one of them may have wished it, and a bar that is
/// named would tell that the others are not it.
package enum Bar: String, Sendable, CaseIterable, Codable {
  /// They are one person.
  case samePerson = "same_person"
  /// One directs or coordinates the program in which the other trains.
  case leadership
  /// One answers to the other.
  case supervisor
  /// The mentor sits on the competency committee of the other's program.
  case competencyCommittee = "competency_committee"
  /// The mentor evaluates the trainees of the other's program.
  case evaluator
  /// They are a pair already.
  case paired
  /// A pair of them was declined, ended early, or ended so that the mentee goes on with somebody
  /// else, as both know.
  case formerPair = "former_pair"
  /// One of them wished it.
  case apart

  /// Those that one can imagine away: what the institution's own lists say, and nobody's wish.
  package static let relaxable: [Bar] = [
    .leadership, .supervisor, .competencyCommittee, .evaluator,
  ]

  /// How bars are kept: those that cannot be imagined away all by the same word, so that no file
  /// tells of a wish.
  static func kept(_ bars: Set<Bar>) -> [Bar] {
    let open = relaxable.filter(bars.contains)
    return open + (bars.isSubset(of: open) ? [] : [.apart])
  }

  /// What is said of every bar alike.
  package var sentence: String {
    "One of the rules keeps them apart: who leads, supervises or evaluates, an earlier pair, or a "
      + "wish of one of them. Which one is not said."
  }
}
