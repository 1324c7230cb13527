import Kernel
import Mentoring
import SQLStore

/// What mentoring asks of someone, on their home page.
enum MentoringHome {
  static func items(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    let due = try MentoringDue.all(viewer: visit.viewer, reader: reader)
    return due.flatMap { one in [returned(one), review(one), news(one, visit)].compactMap(\.self) }
      + (try Questions.waiting(viewer: visit.viewer, reader: reader).map(questions))
  }

  private static func questions(_ waiting: Questions.Waiting) -> HomeItem {
    HomeItem(
      .due, "A few questions in “\(waiting.cycle.title)”",
      why: "If you like. Only you read your answers.",
      MentoringPath.questions.location(waiting.cycle.id), day: waiting.until)
  }

  private static func returned(_ due: MentoringDue) -> HomeItem? {
    guard due.isReturned else { return nil }
    return HomeItem(
      .due, "Your enrollment in “\(due.cycle.title)” needs a change",
      why: "The {office} says what.", MentoringPath.cycle.location(due.cycle.id),
      day: due.cycle.plan.enrollUntil)
  }

  private static func review(_ due: MentoringDue) -> HomeItem? {
    guard due.waiting > 0 else { return nil }
    return HomeItem(
      .due,
      Figures.counted(due.waiting, "enrollment waits", "enrollments wait")
        + " in “\(due.cycle.title)”", why: "You approve them or ask for a change.",
      MentoringPath.enrollments.location(due.cycle.id), day: due.cycle.plan.enrollUntil)
  }

  /// That one can enroll, for those who have not.
  private static func news(_ due: MentoringDue, _ visit: Visit) -> HomeItem? {
    guard due.mayEnroll, !visit.viewer.mayRunMentoring else { return nil }
    return HomeItem(
      .changed, "You can enroll in “\(due.cycle.title)”",
      why: "Until \(When.day(due.cycle.plan.enrollUntil)), "
        + (due.cycle.plan.shape == .peers ? "with a peer." : "with a mentor or as one."),
      MentoringPath.cycle.location(due.cycle.id), day: due.cycle.plan.enrollFrom)
  }
}
