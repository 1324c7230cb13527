import Kernel
import Matching
import SQLStore

/// A cycle as typed into the form and found right in itself.
package struct CycleDraft: Sendable, Equatable {
  package var title: String
  package var plan: MentoringCycle.Plan

  package init(title: String, plan: MentoringCycle.Plan) {
    self.title = title
    self.plan = plan
  }

  /// The names of the fields.
  package enum Field {
    /// What the cycle is called.
    package static let title = "title"
    /// Who may look for a mentor.
    package static let audience = "audience"
    /// In which shape people meet.
    package static let shape = "shape"
    /// How people come together.
    package static let mode = "mode"
    /// How many requests of one mentee are open at a time.
    package static let mostRequests = "most_requests"
    /// Within how many days a mentor answers.
    package static let answerDays = "answer_days"
    /// The first day of enrollment.
    package static let enrollFrom = "enroll_from"
    /// The last day of enrollment.
    package static let enrollUntil = "enroll_until"
    /// The first day of the pairs.
    package static let beginsOn = "begins_on"
    /// The last day of the pairs.
    package static let endsOn = "ends_on"
    /// The weeks between two meetings.
    package static let meetEvery = "meet_every"
    /// The days in which either side may decline.
    package static let declineDays = "decline_days"
    /// How many people a mentor takes at most.
    package static let mostMentees = "most_mentees"
    /// Counsel's reference for asking about shared experience.
    package static let experience = "experience_reference"
    /// What the best matching is.
    package static let objective = "objective"
  }

  /// The shortest and the longest that pairs last, in days.
  package static let lengths = 28...1100

  /// Reads what was typed.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws {
    var fields = TypedFields(typed)
    let title = fields.required(
      Field.title, most: 120, "Write what the cycle is called, such as “2026–27”.")
    let days = Self.days(&fields)
    let audience = fields.word(
      Field.audience, MentoringCycle.Audience.self, "Choose who may look for a mentor.")
    let every = fields.number(
      Field.meetEvery, in: 1...26, "Write a number of weeks from 1 to 26.")
    let decline = fields.number(
      Field.declineDays, in: 1...30, "Write a number of days from 1 to 30.")
    let most = fields.number(
      Field.mostMentees, in: 1...20, "Write a number of people from 1 to 20.")
    let (shape, mode) = Self.manner(&fields)
    let requests = fields.number(
      Field.mostRequests, in: 1...10, "Write a number of requests from 1 to 10.")
    let answer = fields.number(
      Field.answerDays, in: 1...30, "Write a number of days from 1 to 30.")
    let reference = fields.line(Field.experience, most: 200)
    let objective = fields.word(
      Field.objective, Objective.self, "Choose what the best matching is.")
    if let shape, let objective, !MentoringCycle.objectives(of: shape).contains(objective) {
      fields.add(Field.objective, "Peers are matched for the best pairs or the most people.")
    }
    try fields.problems.throwIfAny()
    guard let title, var plan = days, let audience, let every, let decline, let most,
      let objective, let shape, let mode, let requests, let answer
    else { throw Problems(field: nil, "Fill in the form.") }
    plan.shape = shape
    plan.mode = mode
    plan.mostRequests = requests
    plan.answerDays = answer
    plan.audience = audience
    plan.meetEvery = every
    plan.declineDays = decline
    plan.mostMentees = most
    plan.experienceReference = reference
    plan.objective = objective
    self.init(title: title, plan: plan)
  }

  /// Refuses a title that another cycle of the program has which goes on.
  /// - Parameter id: the cycle that has the title now; nil for one that begins.
  /// - Throws: ``Problems`` of the title.
  func refuseTaken(
    in program: ID<MentoringProgram>, by id: ID<MentoringCycle>?, _ reader: any SQLReader
  ) throws {
    let others: SQLQuery = id.map { "AND id <> \($0)" } ?? ""
    let titles = try reader.rows(
      """
      SELECT title FROM mentoring_cycle
      WHERE program_id = \(program) AND state <> 'closed' \(others)
      """
    ).map { try $0.text("title") }
    let key = FoldedText.key(title)
    if let taken = titles.first(where: { FoldedText.key($0) == key }) {
      throw Problems(
        field: Field.title, "“\(taken)” is begun already. Choose another title.")
    }
  }

  private static func manner(
    _ fields: inout TypedFields
  ) -> (MentoringCycle.Shape?, MentoringCycle.Mode?) {
    let shape = fields.word(
      Field.shape, MentoringCycle.Shape.self, "Choose in which shape people meet.")
    let mode = fields.word(
      Field.mode, MentoringCycle.Mode.self, "Choose how people come together.")
    if let shape, let mode, !MentoringCycle.modes(of: shape).contains(mode) {
      fields.add(Field.mode, "Peers are matched by points. Choose that, or another shape.")
    }
    return (shape, mode)
  }

  private static func days(_ fields: inout TypedFields) -> MentoringCycle.Plan? {
    let from = fields.requiredDay(Field.enrollFrom, "Write the first day of enrollment.")
    let until = fields.requiredDay(Field.enrollUntil, "Write the last day of enrollment.")
    let begins = fields.requiredDay(Field.beginsOn, "Write the first day of the pairs.")
    let ends = fields.requiredDay(Field.endsOn, "Write the last day of the pairs.")
    guard let from, let until, let begins, let ends else { return nil }
    if until < from {
      fields.add(Field.enrollUntil, "Enrollment cannot end before it begins.")
    }
    if begins <= until {
      fields.add(Field.beginsOn, "The pairs begin after enrollment is over.")
    }
    if !lengths.contains(ends.number - begins.number) {
      fields.add(
        Field.endsOn, "Pairs last four weeks at least and three years at most. Check the days.")
    }
    return MentoringCycle.Plan(
      enrollFrom: from, enrollUntil: until, beginsOn: begins, endsOn: ends)
  }
}
