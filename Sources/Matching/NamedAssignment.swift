/// A problem whose people have names, so that the order in which they come does not matter either.
///
/// Names are whatever stays the same between runs: identifiers rather than words. They are numbered
/// in ascending order, and the canonical answer follows those numbers.
public struct NamedAssignment<Mentee, Mentor>: Sendable
where Mentee: Hashable & Comparable & Sendable, Mentor: Hashable & Comparable & Sendable {
  /// The mentees by number.
  public let mentees: [Mentee]
  /// The mentors by number.
  public let mentors: [Mentor]
  /// The problem in numbers, to which locks, bans and minimums can be added.
  public let problem: AssignmentProblem

  /// A problem of named people with an edge for each pair that may be made.
  public init(
    mentees: some Sequence<Mentee>, mentors: [Mentor: Int],
    pairs: some Sequence<(mentee: Mentee, mentor: Mentor, weight: Int)>
  ) throws(InvalidInput) {
    let menteeNames = Set(mentees).sorted()
    let mentorNames = mentors.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(menteeNames, menteeNames.indices))
    let mentorNumbers = Dictionary(uniqueKeysWithValues: zip(mentorNames, mentorNames.indices))
    var edges: [Edge] = []
    for pair in pairs {
      guard let mentee = numbers[pair.mentee], let mentor = mentorNumbers[pair.mentor] else {
        throw InvalidInput("the pair \(pair.mentee), \(pair.mentor) names someone unknown")
      }
      edges.append(Edge(mentee, mentor, weight: pair.weight))
    }
    problem = try AssignmentProblem(
      menteeCount: menteeNames.count, capacities: mentorNames.map { mentors[$0] ?? 0 },
      edges: edges)
    (self.mentees, self.mentors) = (menteeNames, mentorNames)
  }

  /// The mentor of each mentee that has one, by name.
  public func names(of assignment: Assignment) -> [Mentee: Mentor] {
    var names: [Mentee: Mentor] = [:]
    for pair in assignment.pairs { names[mentees[pair.mentee]] = mentors[pair.mentor] }
    return names
  }

  /// The number of a mentee; nil for someone unknown.
  public func number(of mentee: Mentee) -> Int? { mentees.firstIndex(of: mentee) }
}
