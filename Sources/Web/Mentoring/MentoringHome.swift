import Kernel
import Mentoring
import SQLStore

/// What mentoring asks of someone, on their home page.
enum MentoringHome {
  static func items(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    let due = try MentoringDue.all(viewer: visit.viewer, reader: reader)
    return due.flatMap { one in
      [returned(one, visit), choosing(one, visit), review(one), alone(one), news(one, visit)]
        .compactMap(\.self)
    }
      + (try PairDue.all(viewer: visit.viewer, reader: reader).flatMap { pair($0, visit) })
      + (try MentoringRequest.own(viewer: visit.viewer, reader: reader).compactMap(asked))
      + (try Questions.waiting(viewer: visit.viewer, reader: reader).map(questions))
      + [try ResourceReview.waiting(viewer: visit.viewer, reader: reader).map(review)]
      .compactMap(\.self)
  }

  /// What a pair waits for: the next meeting, a signature, an answer.
  private static func pair(_ due: PairDue, _ visit: Visit) -> [HomeItem] {
    let location = MentoringPath.pair.location(due.pair)
    let meeting = due.meetsAt.map { moment in
      HomeItem(
        .due, "You meet \(due.other)", why: When.moment(moment, visit), location,
        day: moment.day(in: visit.settings.timeZone))
    }
    let signature = HomeItem(
      .due, "Your agreement with \(due.other) waits for your signature",
      why: "It holds once both have signed.", location)
    let answer = HomeItem(
      .due, "How is it going with \(due.other)?", why: "Only you read your answer.", location)
    return [meeting, due.isToSign ? signature : nil, due.isAsked ? answer : nil]
      .compactMap(\.self)
  }

  private static func asked(_ request: MentoringRequest) -> HomeItem? {
    guard request.side == .mentor, request.state == .open else { return nil }
    return HomeItem(
      .due, "\(request.other) asks you to be their mentor", why: "Accept, or decline.",
      MentoringPath.requests.location(), day: request.answerUntil)
  }

  private static func questions(_ waiting: Questions.Waiting) -> HomeItem {
    HomeItem(
      .due, "A few questions in “\(waiting.cycle.title)”",
      why: "If you like. Only you read your answers.",
      MentoringPath.questions.location(waiting.cycle.id), day: waiting.until)
  }

  private static func review(_ waiting: ResourceReview) -> HomeItem {
    HomeItem(
      .due,
      Figures.counted(waiting.count, "career resource is", "career resources are")
        + " to be looked over", why: "Say that it is still right, or change it.",
      MentoringPath.resources.location([("for", ResourceShelf.review.word)]), day: waiting.first)
  }

  private static func returned(_ due: MentoringDue, _ visit: Visit) -> HomeItem? {
    guard due.isReturned else { return nil }
    // Best while people enroll; after that it can still be sent.
    let best = due.cycle.enrollsUntil
    return HomeItem(
      .due, "Your enrollment in “\(due.cycle.title)” needs a change",
      why: visit.words("The {office} says what."), MentoringPath.cycle.location(due.cycle.id),
      day: visit.viewer.today <= best ? best : due.cycle.plan.endsOn)
  }

  /// That one asks or ranks for oneself, as long as one has not.
  private static func choosing(_ due: MentoringDue, _ visit: Visit) -> HomeItem? {
    guard let side = due.toChoose else { return nil }
    let (id, title) = (due.cycle.id, due.cycle.title)
    guard due.cycle.plan.mode == .rankings else {
      return HomeItem(
        .due, "Ask a mentor in “\(title)”", why: "A few lines are enough.",
        MentoringPath.mentors.location(id))
    }
    return HomeItem(
      .due, "Rank whom you would like best in “\(title)”",
      why: visit.words("The {office} matches after that."),
      (side == .mentor ? MentoringPath.rankMentors : MentoringPath.rankMentees).location(id))
  }

  private static func review(_ due: MentoringDue) -> HomeItem? {
    guard due.waiting > 0 else { return nil }
    return HomeItem(
      .due,
      Figures.counted(due.waiting, "enrollment waits", "enrollments wait")
        + " in “\(due.cycle.title)”", why: "You approve them or ask for a change.",
      MentoringPath.enrollments.location(due.cycle.id), day: due.cycle.enrollsUntil)
  }

  private static func alone(_ due: MentoringDue) -> HomeItem? {
    guard due.alone > 0 else { return nil }
    return HomeItem(
      .due,
      Figures.counted(due.alone, "person has nobody", "people have nobody")
        + " any more in “\(due.cycle.title)”", why: "Their pair ended. Match again.",
      MentoringPath.matching.location(due.cycle.id), day: due.cycle.plan.endsOn)
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
