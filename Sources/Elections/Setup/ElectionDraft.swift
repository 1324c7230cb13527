package import Councils
package import Foundation
package import Kernel
import Roster

/// An election as typed into the form and found right in itself; what is still missing is nil.
package struct ElectionDraft: Sendable, Equatable {
  package var rule: ID<SeatRule>
  package var title: String
  package var seats: Int
  package var constituency: Scope
  package var method: Election.Method
  package var onePer: Election.OnePer
  package var allowsAbstaining: Bool
  package var schedule: Schedule
  package var officer: PersonID?

  /// A draft with the usual method, without limit or officer.
  package init(
    rule: ID<SeatRule>, title: String, seats: Int, constituency: Scope = .institution,
    schedule: Schedule = Schedule()
  ) {
    self.rule = rule
    self.title = title
    self.seats = seats
    self.constituency = constituency
    self.schedule = schedule
    method = .scottishSTV
    onePer = .anyone
    allowsAbstaining = true
    officer = nil
  }

  /// The draft of an election as it is kept.
  package init(_ election: Election) {
    self.init(
      rule: election.rule, title: election.title, seats: election.seats,
      constituency: election.constituency, schedule: election.schedule)
    method = election.method
    onePer = election.onePer
    allowsAbstaining = election.allowsAbstaining
    officer = election.officer
  }

  /// The names of the fields.
  package enum Field {
    /// Which seats are filled.
    package static let rule = "rule"
    /// What the election is called.
    package static let title = "title"
    /// How many are elected.
    package static let seats = "seats"
    /// Where those are who vote and stand.
    package static let constituency = "constituency"
    /// How papers are counted.
    package static let method = "method"
    /// Of what at most one is elected.
    package static let onePer = "one_per"
    /// Whether a paper may name nobody.
    package static let abstaining = "abstaining"
    /// The day of the roll.
    package static let rollOn = "roll_on"
    /// When nominations open.
    package static let nominateFrom = "nominate_from"
    /// When nominations close.
    package static let nominateUntil = "nominate_until"
    /// When voting begins.
    package static let voteFrom = "vote_from"
    /// When voting ends.
    package static let voteUntil = "vote_until"
    /// The election officer.
    package static let officer = "officer"
    /// What a ticked box sends.
    package static let yes = "yes"
  }
}

extension ElectionDraft {
  /// How typed text is understood.
  package struct Reading {
    /// The institution's zone.
    let zone: TimeZone
    /// Finds the person whom a name or mail address means.
    let person: (String) throws -> PersonID

    package init(zone: TimeZone, person: @escaping (String) throws -> PersonID) {
      self.zone = zone
      self.person = person
    }
  }

  /// Reads what was typed. Days and the officer may be left for later; a checklist asks for them.
  /// - Throws: all ``Problems`` at once, each tied to its field.
  package init(typed: @escaping (String) -> String, as reading: Reading) throws {
    var fields = TypedFields(typed)
    let rule = fields.id(Field.rule, ID<SeatRule>.self, "Choose which seats are filled.")
    let title = fields.required(
      Field.title, most: 120, "Write what it is called, such as “Delegates of 2026–27”.")
    let seats = fields.number(Field.seats, in: 1...50, "Write a number of seats from 1 to 50.")
    let constituency = Self.constituency(typed(Field.constituency))
    if constituency == nil { fields.add(Field.constituency, "Choose who votes.") }
    let method = fields.word(
      Field.method, Election.Method.self, "Choose how the papers are counted.")
    let onePer = fields.word(
      Field.onePer, Election.OnePer.self, "Choose whether a limit holds for who is elected.")
    if let method, let seats, seats > 1, !method.fillsSeveral {
      fields.add(Field.method, "This method fills one seat. Choose another one for \(seats).")
    }
    if let onePer, let constituency, let problem = onePer.problem(in: constituency) {
      fields.add(Field.onePer, problem)
    }
    let schedule = Self.schedule(&fields, typed, reading.zone)
    let officer = try Self.officer(typed(Field.officer), &fields, reading)
    try fields.problems.throwIfAny()
    guard let rule, let title, let seats, let constituency, let method, let onePer else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      rule: rule, title: title, seats: seats, constituency: constituency, schedule: schedule)
    self.method = method
    self.onePer = onePer
    self.allowsAbstaining = typed(Field.abstaining) == Field.yes
    self.officer = officer
  }

  private static func officer(
    _ text: String, _ fields: inout TypedFields, _ reading: Reading
  ) throws -> PersonID? {
    guard !TypedLine.tidy(text).isEmpty else { return nil }
    do {
      return try reading.person(text)
    } catch let problems as Problems {
      for problem in problems.all { fields.add(Field.officer, problem.sentence) }
    } catch let refusal as any Refusal {
      fields.add(Field.officer, refusal.sentence)
    }
    return nil
  }

  private static func schedule(
    _ fields: inout TypedFields, _ typed: (String) -> String, _ zone: TimeZone
  ) -> Schedule {
    var schedule = Schedule()
    schedule.rollOn = fields.day(Field.rollOn)
    schedule.nominateFrom = moment(Field.nominateFrom, &fields, typed, zone)
    schedule.nominateUntil = moment(Field.nominateUntil, &fields, typed, zone)
    schedule.voteFrom = moment(Field.voteFrom, &fields, typed, zone)
    schedule.voteUntil = moment(Field.voteUntil, &fields, typed, zone)
    for (field, sentence) in schedule.problems(in: zone) { fields.add(field, sentence) }
    return schedule
  }

  private static func moment(
    _ field: String, _ fields: inout TypedFields, _ typed: (String) -> String, _ zone: TimeZone
  ) -> Instant? {
    let text = TypedLine.tidy(typed(field))
    guard !text.isEmpty else { return nil }
    guard let instant = TypedMoment.instant(text, in: zone) else {
      fields.add(field, "Write a day and a time, as in 2026-11-02 09:00.")
      return nil
    }
    return instant
  }

  /// The value by which a form names a constituency.
  package static func text(of constituency: Scope) -> String {
    constituency.id.map { "\(constituency.word):\($0)" } ?? constituency.word
  }

  /// Reads what ``text(of:)`` wrote.
  static func constituency(_ text: String) -> Scope? {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("institution", 1): return .institution
    case ("department", 2): return DepartmentID(given: parts[1]).map(Scope.department)
    case ("program", 2): return ProgramID(given: parts[1]).map(Scope.program)
    default: return nil
    }
  }

  /// What the form begins with; the officer's name is the page's to add.
  package func fields(in zone: TimeZone) -> [(name: String, value: String)] {
    func text(_ instant: Instant?) -> String {
      instant.map { TypedMoment.text($0, in: zone) } ?? ""
    }
    return [
      (Field.rule, rule.text), (Field.title, title), (Field.seats, String(seats)),
      (Field.constituency, Self.text(of: constituency)), (Field.method, method.rawValue),
      (Field.onePer, onePer.rawValue), (Field.abstaining, allowsAbstaining ? Field.yes : ""),
      (Field.rollOn, schedule.rollOn?.text ?? ""),
      (Field.nominateFrom, text(schedule.nominateFrom)),
      (Field.nominateUntil, text(schedule.nominateUntil)),
      (Field.voteFrom, text(schedule.voteFrom)), (Field.voteUntil, text(schedule.voteUntil)),
    ]
  }
}

extension Scope {
  /// The word by which an election keeps its constituency.
  var word: String {
    switch self {
    case .department: "department"
    case .program: "program"
    case .institution, .site: "institution"
    }
  }
}

extension Election.OnePer {
  /// What is wrong with the limit where all who stand are of one place.
  func problem(in constituency: Scope) -> String? {
    switch (self, constituency) {
    case (.anyone, _), (_, .institution), (_, .site), (.program, .department): nil
    case (.department, .department), (.department, .program):
      "All who stand are of one {department}: with this limit only one could be elected."
    case (.program, .program):
      "All who stand are of one {program}: with this limit only one could be elected."
    }
  }
}

extension Schedule {
  /// The fewest hours for which a window is open.
  static let fewestHours = 1

  /// What is wrong with the order of the days, by field.
  func problems(in zone: TimeZone) -> [(field: String, sentence: String)] {
    typealias Field = ElectionDraft.Field
    var problems: [(String, String)] = []
    let least = Self.fewestHours * 3600
    if let nominateFrom, let nominateUntil, nominateUntil < nominateFrom.adding(seconds: least) {
      problems.append(
        (Field.nominateUntil, "Nominations have to be open for an hour at least."))
    }
    if let nominateUntil, let voteFrom, voteFrom < nominateUntil {
      problems.append((Field.voteFrom, "Voting cannot begin before nominations are over."))
    }
    if let voteFrom, let voteUntil, voteUntil < voteFrom.adding(seconds: least) {
      problems.append((Field.voteUntil, "Voting has to be open for an hour at least."))
    }
    if let rollOn, let voteFrom, rollOn > voteFrom.day(in: zone) {
      problems.append((Field.rollOn, "The roll cannot be of a day after voting has begun."))
    }
    return problems
  }
}
