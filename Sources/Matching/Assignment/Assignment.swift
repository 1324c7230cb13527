/// Who gets which mentor, with the prices that prove that nothing better exists.
public struct Assignment: Sendable, Equatable {
  /// What was asked for.
  public let objective: Objective
  /// The mentor of each mentee; nil for none.
  public let mentorOf: [Int?]
  /// The points of all pairs together.
  public let total: Int
  /// What no assignment of the same standing can exceed, by the certificate: the total itself.
  ///
  /// For ``Objective/most`` and ``Objective/fair`` it bounds assignments of as many people and as
  /// fair; it is the sum of gains and prices, brought back to points.
  public let dualBound: Int
  /// The proof.
  public let certificate: Certificate

  /// An answer as someone claims it; ``AssignmentProblem/flaw(of:)`` judges it.
  public init(
    objective: Objective, mentorOf: [Int?], total: Int, dualBound: Int, certificate: Certificate
  ) {
    self.objective = objective
    self.mentorOf = mentorOf
    self.total = total
    self.dualBound = dualBound
    self.certificate = certificate
  }

  /// The pairs, in order of mentee.
  public var pairs: [Pair] {
    mentorOf.enumerated().compactMap { mentee, mentor in mentor.map { Pair(mentee, $0) } }
  }

  /// How many have a mentor.
  public var matched: Int { mentorOf.count { $0 != nil } }
}
