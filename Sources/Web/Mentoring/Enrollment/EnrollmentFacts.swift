import HTML
import Kernel
import Mentoring

/// What someone enrolled with, as facts.
struct EnrollmentFacts: Sendable {
  private let part: Enrollment.Part
  private let goals: String
  private let hours: WeekHours
  private let chosen: [MentoringTerm]
  private let experience: String
  /// How many people they mentor at most; nil where it is not said.
  private let places: Int?
  private let shape: MentoringCycle.Shape

  /// All of it, for the person and the office.
  init(
    _ enrollment: Enrollment, _ chosen: [MentoringTerm], places: Int,
    in shape: MentoringCycle.Shape
  ) {
    self.chosen = chosen
    self.shape = shape
    part = enrollment.part
    goals = enrollment.goals
    hours = enrollment.hours
    experience = enrollment.experience
    self.places = enrollment.part.isMentor && shape != .peers ? places : nil
  }

  /// What the other of a pair reads.
  init(_ counterpart: Counterpart, in shape: MentoringCycle.Shape) {
    self.shape = shape
    part = counterpart.part
    goals = counterpart.goals
    hours = counterpart.hours
    chosen = counterpart.chosen
    experience = ""
    places = nil
  }

  var markup: HTML {
    let week = MentoringWords.hours(hours)
    return Facts.of(
      [
        Facts.Line("Part", MentoringWords.part(part, in: shape)),
        Facts.Line("Mentors at most", places.map { Figures.counted($0, "person", "people") }),
        Facts.Line("Hopes", goals.isEmpty ? nil : Paragraphs.of(goals)),
      ] + MentoringTerm.Kind.allCases.map(names) + [
        Facts.Line("Hours", week.isEmpty ? nil : week.joined(separator: "; ")),
        Facts.Line("Shared experience", experience.isEmpty ? nil : Paragraphs.of(experience)),
      ])
  }

  private func names(_ kind: MentoringTerm.Kind) -> Facts.Line {
    let names = chosen.filter { $0.kind == kind }.map(\.name)
    return Facts.Line(
      MentoringWords.kind(kind).heading, names.isEmpty ? nil : names.joined(separator: ", "))
  }
}
