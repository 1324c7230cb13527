package import Kernel

/// An enrollment as typed into the form and found right in itself.
package struct EnrollmentDraft: Sendable, Equatable {
  package var part: Enrollment.Part
  /// How many people they mentor at most, in all programs together; nil for those who do not.
  package var places: Int?
  package var goals: String
  package var terms: [ID<MentoringTerm>]
  package var hours: WeekHours
  package var experience: String
  /// The version of the commitments that they read.
  package var commitment: Int

  /// An enrollment without shared experience.
  package init(
    part: Enrollment.Part, places: Int? = nil, goals: String = "", terms: [ID<MentoringTerm>] = [],
    hours: WeekHours = .none, commitment: Int
  ) {
    self.part = part
    self.places = places
    self.goals = goals
    self.terms = terms
    self.hours = hours
    self.commitment = commitment
    experience = ""
  }

  /// The names of the fields.
  package enum Field {
    /// As what they enroll.
    package static let part = "part"
    /// How many people they mentor at most.
    package static let places = "places"
    /// What they hope for.
    package static let goals = "goals"
    /// A word that they chose, with the term's identifier behind it.
    package static let term = "term-"
    /// Two hours that suit, with the day and the block behind it.
    package static let hour = "hour-"
    /// What they say about shared experience.
    package static let experience = "experience"
    /// The version of the commitments that they accept.
    package static let commitment = "commitment"
    /// What a ticked box sends.
    package static let yes = "yes"
  }

  /// Reads what was typed.
  ///
  /// Among peers nobody chooses a side, and nobody says how many people they mentor.
  /// - Parameters:
  ///   - terms: those that can be chosen.
  ///   - plan: that of the cycle.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(
    typed: @escaping (String) -> String, terms: [MentoringTerm], plan: MentoringCycle.Plan
  ) throws {
    var fields = TypedFields(typed)
    let (part, places) =
      plan.shape == .peers ? (.both, nil) : Self.side(&fields)
    let goals = fields.lines(Field.goals, most: 2000)
    let experience = fields.lines(Field.experience, most: 1000)
    guard let commitment = Int(typed(Field.commitment)) else {
      fields.add(Field.commitment, "Tick that you keep to the commitments, or do not enroll.")
      throw fields.problems
    }
    try fields.problems.throwIfAny()
    guard let part else { throw Problems(field: nil, "Fill in the form.") }
    self.init(
      part: part, places: places, goals: goals ?? "",
      terms: terms.map(\.id).filter { typed(Field.term + $0.text) == Field.yes },
      hours: Self.hours(typed), commitment: commitment)
    self.experience = experience ?? ""
  }

  private static func side(_ fields: inout TypedFields) -> (Enrollment.Part?, Int?) {
    let part = fields.word(
      Field.part, Enrollment.Part.self, "Choose whether you look for a mentor or are one.")
    guard part?.isMentor == true else { return (part, nil) }
    return (part, MentorCapacity.typed(&fields))
  }

  private static func hours(_ typed: (String) -> String) -> WeekHours {
    WeekHours(
      (0..<WeekHours.days).flatMap { day in
        (0..<WeekHours.blocks).filter { typed(field(day: day, block: $0)) == Field.yes }
          .map { (day, $0) }
      })
  }

  /// The name of the box for two hours of a week.
  package static func field(day: Int, block: Int) -> String { "\(Field.hour)\(day)-\(block)" }
}
