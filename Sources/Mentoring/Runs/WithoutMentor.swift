package import Kernel
import Matching

/// Someone who went into a matching and has no mentor, and why in short.
package struct WithoutMentor: Sendable, Equatable {
  package let mentee: ID<Enrollment>
  package let reason: Reason

  /// What stands in the way.
  package enum Reason: String, Sendable, CaseIterable {
    /// No pair with them is allowed.
    case noAllowedPair = "no_allowed_pair"
    /// No mentor whom the rules allow takes anyone beyond the pairs that were set by hand.
    case noPlace = "no_place"
    /// Others have the places, and all together would lose more.
    case outbid

    /// What is said of it.
    package var sentence: String {
      switch self {
      case .noAllowedPair: "The rules leave no mentor for this person."
      case .noPlace: "No mentor whom the rules allow has a place left."
      case .outbid:
        "Others have the places, and all together would lose more by giving one up."
      }
    }
  }
}

extension FrozenInputs.Solved {
  /// Those who have no mentor, in order of enrollment.
  ///
  /// It looks at each pair once, where ``MatchingAnswers/why(_:)`` searches all of them for one
  /// person.
  package var withoutMentor: [WithoutMentor] {
    var places = problem.capacities
    for lock in inputs.locks { places[lock[1]] -= 1 }
    let count = inputs.mentees.count
    var isAllowed = [Bool](repeating: false, count: count)
    var hasPlace = isAllowed
    for edge in problem.edges {
      isAllowed[edge.mentee] = true
      if places[edge.mentor] > 0 { hasPlace[edge.mentee] = true }
    }
    return assignment.mentorOf.indices.filter { assignment.mentorOf[$0] == nil }.map { mentee in
      WithoutMentor(
        mentee: inputs.mentee(mentee),
        reason: hasPlace[mentee] ? .outbid : isAllowed[mentee] ? .noPlace : .noAllowedPair)
    }
  }
}
