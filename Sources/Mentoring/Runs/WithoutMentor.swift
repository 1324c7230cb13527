package import Kernel
import Matching

/// Someone who went into a matching and has no mentor, or no peer, and why in short.
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
    /// Those who have the places were ranked higher by the mentors, or suit them better.
    case outranked
    /// Of peers, all others go together better, or one is left of an odd number.
    case leftOver = "left_over"

    /// What is said of it.
    package var sentence: String {
      switch self {
      case .noAllowedPair: "The rules leave nobody for this person."
      case .noPlace: "Nobody whom the rules allow has a place left."
      case .outbid:
        "Others have the places, and all together would not gain by giving one up."
      case .outranked:
        "Every mentor whom the rules allow has people whom they ranked higher, or who suit better."
      case .leftOver: "All others go together better, or one is left of an odd number."
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
    var places = inputs.mentors.map(\.places)
    for lock in inputs.locks {
      places[lock[1]] -= 1
      if inputs.arePeers { places[lock[0]] -= 1 }
    }
    let open = Set(places.indices.filter { places[$0] > 0 })
    let closed = inputs.closed()
    let found = found
    return inputs.mentees.indices.filter { !found.contains($0) }.map { mentee in
      let reason: WithoutMentor.Reason =
        if closed[mentee].count == places.count {
          .noAllowedPair
        } else if open.isSubset(of: closed[mentee]) { .noPlace } else { outdone }
      return WithoutMentor(mentee: inputs.mentee(mentee), reason: reason)
    }
  }

  private var outdone: WithoutMentor.Reason {
    switch answer {
    case .points: .outbid
    case .rankings: .outranked
    case .peers: .leftOver
    }
  }
}
