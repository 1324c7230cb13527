import Concerns

/// A concern that somebody of the hospital raised, and what came of it.
struct ConcernPlan {
  let category: String
  let manner: Manner
  /// Days before today.
  let age: Int
  let text: String
  /// What was answered, each with the days after it was raised.
  var answers: [(after: Int, text: String)] = []
  /// Whether the last answer resolved it.
  var isResolved = false
  var isUrgent = false
  /// What the register is to say of it.
  var summary: (said: String, done: String)?

  /// The categories with their hints and business days.
  static let categories: [(name: String, hint: String, promise: ConcernCategory.Promise)] = [
    (
      "Workload and duty hours", "Long shifts, too few people, hours that are not recorded.",
      .init(acknowledge: 2, answer: 5, close: 20)
    ),
    (
      "How people treat each other", "Belittling, harassment, discrimination, retaliation.",
      .init(acknowledge: 1, answer: 3, close: 30)
    ),
    (
      "Patient safety", "What may harm patients and is not being mended.",
      .init(acknowledge: 1, answer: 3, close: 20)
    ),
    (
      "Supervision and teaching", "Being left alone, missing lectures, unfair evaluations.",
      .init(acknowledge: 2, answer: 7, close: 30)
    ),
    (
      "Food, rooms and parking", "What makes long days longer.",
      .init(acknowledge: 3, answer: 10, close: 60)
    ),
  ]

  /// Where else one can turn.
  static let channels: [(kind: OutsideChannel.Kind, name: String, how: String)] = [
    (.emergency, "Emergency", "911"),
    (.emergency, "Suicide and crisis line", "Call or text 988, at any hour"),
    (.emergency, "Hospital security", "555-0142"),
    (
      .outside, "ACGME Ombudsperson",
      "You can stay anonymous, and no program is judged by it: https://www.acgme.org"
    ),
    (
      .outside, "ACGME Office of Complaints",
      "With your name, where requirements are not met: https://www.acgme.org"
    ),
  ]

  static let all: [ConcernPlan] = [
    ConcernPlan(
      category: "Workload and duty hours", manner: .anonymous, age: 1,
      text: "Night float covers two services since Monday. Nobody on our team left before noon."),
    ConcernPlan(
      category: "Patient safety", manner: .confidential, age: 3,
      text: "The pager of the rapid response team rang without answer twice this week.",
      isUrgent: true),
    ConcernPlan(
      category: "How people treat each other", manner: .anonymous, age: 6,
      text: "An attending calls interns by numbers instead of names on rounds.",
      answers: [(2, "Thank you for telling us. On which service is this, if you want to say?")]),
    ConcernPlan(
      category: "Food, rooms and parking", manner: .named, age: 12,
      text: "The call room on the sixth floor has had no heating for a week.",
      answers: [(1, "Facilities was called today. They come on Thursday.")]),
    ConcernPlan(
      category: "Workload and duty hours", manner: .anonymous, age: 19,
      text: "We are told to enter ten hours where it was thirteen."),
    ConcernPlan(
      category: "Supervision and teaching", manner: .confidential, age: 26,
      text: "Noon conference was canceled five times this month, without a word.",
      answers: [
        (2, "We will take this to the next meeting of the council, without your name."),
        (14, "Conferences are protected from now on: pages go to the hospitalist until one."),
      ], isResolved: true,
      summary: (
        "Noon conference is canceled too often.",
        "Pages go to the hospitalist during conference."
      )),
    ConcernPlan(
      category: "Food, rooms and parking", manner: .anonymous, age: 40,
      text: "After ten at night there is nothing to eat but chips.",
      answers: [
        (3, "You are not the only one. We ask what a late kitchen would cost."),
        (22, "From the first of the month the cafeteria is open until two in the morning."),
      ], isResolved: true,
      summary: (
        "There is nothing to eat at night.", "The cafeteria is open until two in the morning."
      )),
    ConcernPlan(
      category: "Patient safety", manner: .named, age: 55,
      text: "Two units use different pumps, and the drug libraries do not match.",
      answers: [
        (1, "This went to the patient safety officer today."),
        (24, "Both units have the same library since last week."),
      ], isResolved: true,
      summary: (
        "Pumps of two units have different drug libraries.", "All units have the same library."
      )),
    ConcernPlan(
      category: "How people treat each other", manner: .confidential, age: 71,
      text: "I was told that people who complain do not get fellowships.",
      answers: [
        (1, "Nobody may say that. May we speak to the program director without your name?"),
        (16, "It was made clear to the whole department. Tell us if it happens again."),
      ], isResolved: true),
    ConcernPlan(
      category: "Workload and duty hours", manner: .anonymous, age: 90,
      text: "Home call is busier than the night shift, and counts as nothing.",
      answers: [
        (4, "We counted the pages of a month together with the chiefs."),
        (25, "Home call counts as in-house when it has more than six pages."),
      ], isResolved: true,
      summary: (
        "Home call is as busy as the night shift, and counts as nothing.",
        "Home call with more than six pages counts as in-house."
      )),
  ]
}
