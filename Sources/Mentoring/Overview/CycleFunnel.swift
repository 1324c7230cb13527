/// How many of those who enrolled in a cycle come how far.
package struct CycleFunnel: Sendable, Equatable {
  /// One step.
  package struct Line: Sendable, Equatable {
    package let step: Step
    package let count: Int
  }

  /// How far someone, or a pair, has come.
  package enum Step: String, Sendable, CaseIterable {
    case enrolledMentees = "enrolled_mentees"
    case enrolledMentors = "enrolled_mentors"
    case approvedMentees = "approved_mentees"
    case approvedMentors = "approved_mentors"
    case paired, signed, met, completed

    /// Whether a cycle has the step: among peers nobody enrolls as a mentor alone.
    func isStep(of shape: MentoringCycle.Shape) -> Bool {
      shape != .peers || (self != .enrolledMentors && self != .approvedMentors)
    }
  }

  /// In the order of the steps.
  package let lines: [Line]

  /// Counts what was read. Enrollments that were taken back are not among them; pairs that were
  /// declined in the first days are not counted.
  package init(
    _ enrollments: [Enrollment], _ standings: [PairStanding], of shape: MentoringCycle.Shape
  ) {
    let approved = enrollments.filter { $0.state == .approved }
    let pairs = standings.filter { $0.pair.state != .declined }
    lines = Step.allCases.filter { $0.isStep(of: shape) }.map { step in
      let count =
        switch step {
        case .enrolledMentees: enrollments.count(where: \.part.isMentee)
        case .enrolledMentors: enrollments.count(where: \.part.isMentor)
        case .approvedMentees: approved.count(where: \.part.isMentee)
        case .approvedMentors: approved.count(where: \.part.isMentor)
        case .paired: pairs.count
        case .signed: pairs.count(where: \.isSigned)
        case .met: pairs.count { $0.meetings > 0 }
        case .completed: pairs.count { $0.pair.state == .completed }
        }
      return Line(step: step, count: count)
    }
  }

  /// How many came so far.
  package subscript(step: Step) -> Int {
    lines.first { $0.step == step }?.count ?? 0
  }
}
