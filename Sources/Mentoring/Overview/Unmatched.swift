package import Kernel
package import SQLStore

/// Who was approved for a cycle and is in no pair, with what is known of why.
package struct Unmatched: Sendable, Equatable {
  package let enrollment: ID<Enrollment>
  package let person: PersonID
  package let reason: Reason

  /// Why someone has nobody.
  package enum Reason: Sendable, Equatable {
    /// What the matching answers of a mentee.
    case without(WithoutMentor.Reason)
    /// Came after the last matching.
    case cameLater
    /// Nobody has accepted what they asked, or they asked nobody.
    case notAccepted
    /// A mentor whom nobody has found yet.
    case notFound
    /// Their pair ended since.
    case pairEnded(MentoringPair.State)
    /// A mentor whose places were all taken by pairs of other cycles.
    case full
    /// A mentor of whom nobody needed one of so many places.
    case unneeded(places: Int)
  }
}

/// What is read to say who is unmatched; saying it solves the matching again.
package struct UnmatchedSearch: Sendable {
  private let people: [Enrollment]
  private let standings: [PairStanding]
  /// nil where people ask, and nothing was matched.
  private let inputs: FrozenInputs?
  private let matchedMentees, matchedMentors: Set<ID<Enrollment>>

  /// Reads what the last published matching looked at, for whoever runs mentoring.
  /// - Returns: nil before pairs are published, or people can ask.
  package init?(
    _ enrollments: [Enrollment], _ standings: [PairStanding], in cycle: MentoringCycle,
    viewer: Viewer, reader: any SQLReader
  ) throws {
    let runs = try MatchingRun.all(of: cycle.id, viewer: viewer, reader: reader)
    let run = runs.first { $0.state == .published }
    let isAsking = cycle.plan.mode == .requests && cycle.state != .open
    guard run != nil || isAsking else { return nil }
    let lasting = standings.map(\.pair).filter { MentoringPair.State.lasting.contains($0.state) }
    let isPeers = cycle.plan.shape == .peers
    let mentors = Set(lasting.map(\.mentor))
    let mentees = Set(lasting.map(\.mentee)).union(isPeers ? mentors : [])
    // Whoever looks for a mentor too is asked about that alone.
    people = enrollments.filter { one in
      one.state == .approved
        && !(one.part.isMentee ? mentees : mentors).contains(one.person)
    }
    self.standings = standings
    inputs = try run?.inputs(viewer: viewer, reader: reader)
    let lines = try run?.lines(viewer: viewer, reader: reader) ?? []
    matchedMentors = Set(lines.map(\.mentor))
    matchedMentees = Set(lines.map(\.mentee)).union(isPeers ? matchedMentors : [])
  }

  /// Everyone without a pair, in order of enrollment.
  package func answers() throws -> [Unmatched] {
    let asking = people.contains { $0.part.isMentee && wentEmpty($0) }
    let without = asking ? try inputs?.solve().withoutMentor ?? [] : []
    let reasons = Dictionary(uniqueKeysWithValues: without.map { ($0.mentee, $0.reason) })
    return people.map { one in
      Unmatched(enrollment: one.id, person: one.person, reason: reason(of: one, reasons[one.id]))
    }
  }

  /// Whether the matching had them before it and gave them nobody.
  private func wentEmpty(_ one: Enrollment) -> Bool {
    one.part.isMentee
      ? inputs?.index(ofMentee: one.id) != nil && !matchedMentees.contains(one.id)
      : inputs?.index(ofMentor: one.id) != nil && !matchedMentors.contains(one.id)
  }

  private func reason(
    of one: Enrollment, _ without: WithoutMentor.Reason?
  ) -> Unmatched.Reason {
    guard wentEmpty(one) else {
      let last = standings.last {
        inputs?.arePeers == true
          ? $0.pair.isOne(one.person)
          : (one.part.isMentee ? $0.pair.mentee : $0.pair.mentor) == one.person
      }
      if let last { return .pairEnded(last.pair.state) }
      return inputs != nil ? .cameLater : one.part.isMentee ? .notAccepted : .notFound
    }
    if let without { return .without(without) }
    let places =
      inputs.flatMap { inputs in
        inputs.index(ofMentor: one.id).map { inputs.mentors[$0].places }
      } ?? 0
    return places == 0 ? .full : .unneeded(places: places)
  }
}
