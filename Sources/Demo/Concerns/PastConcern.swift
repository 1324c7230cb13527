import Kernel

/// What was raised again and again in the academic year before, and what came of it.
struct PastConcern {
  let category: String
  let text: String
  let answer: String
  let summary: (said: String, done: String)
  /// How often it was raised.
  let count: Int

  /// So that each category but the last one is large enough to be shown.
  static let all: [PastConcern] = [
    PastConcern(
      category: "Workload and duty hours",
      text: "Cross-cover is too much on weekends.",
      answer: "A second resident covers weekends from January on.",
      summary: (
        "Weekend cross-cover is too much for one.", "A second resident covers every weekend."
      ), count: 16),
    PastConcern(
      category: "Workload and duty hours", text: "We stay hours after sign-out to write notes.",
      answer: "Scribes started on two services, and templates are shorter.",
      summary: (
        "Notes keep people hours after sign-out.",
        "Two services have scribes; templates are shorter."
      ), count: 14),
    PastConcern(
      category: "How people treat each other",
      text: "Consultants hang up before we can ask.",
      answer: "Departments agreed on how calls are taken, and chiefs hear of calls that go wrong.",
      summary: (
        "Consultants are rude on the phone.", "Departments agreed on how calls are taken."
      ), count: 13),
    PastConcern(
      category: "Patient safety", text: "Beds in the hallway have no call button.",
      answer: "Portable buttons were bought, and the hallway has four beds fewer.",
      summary: (
        "Patients in hallway beds cannot call.", "They have portable buttons."
      ), count: 19),
    PastConcern(
      category: "Supervision and teaching", text: "Nobody looks at our procedures at night.",
      answer: "An attending is in the house until midnight.",
      summary: (
        "Procedures at night are done alone.", "An attending is in the house until midnight."
      ), count: 15),
    PastConcern(
      category: "Food, rooms and parking", text: "The garage is full before the early shift.",
      answer: "Sixty places are kept for the early shift.",
      summary: (
        "The garage is full before the early shift.", "Sixty places are kept for it."
      ), count: 5),
  ]
}
