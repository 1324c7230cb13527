import Mentoring

/// What the demonstration's mentoring is about.
enum MentoringPlan {
  static let neighbors = MentoringProgramDraft(
    name: "Neighbors in Medicine",
    purpose:
      "For residents and fellows who would like someone to talk with outside their own service, "
      + "and for faculty who remember what that was worth to them.",
    commitments:
      "We meet once a month for half an hour at least.\n\nThe mentee writes first and brings what "
      + "to talk about; the mentor answers within a week.\n\nWhat is said stays between the two. "
      + "Either may end it at any time, without a reason and without fault.")

  static let scholars = MentoringProgramDraft(
    name: "First Paper",
    purpose: "For trainees with a first study in mind, and faculty who have finished many.",
    commitments:
      "We agree on one question and on who writes what.\n\nAuthorship is settled before the work "
      + "begins.")

  static let asking = MentoringProgramDraft(
    name: "Ask a Colleague",
    purpose: "For one question or one season: look through those who offer time, and ask.",
    commitments: "Whoever is asked answers within ten days.\n\nBoth come to what they agreed on.")

  static let peers = MentoringProgramDraft(
    name: "Two Heads",
    purpose: "For trainees who would rather think aloud with somebody in the same place.",
    commitments: "We meet every two weeks.\n\nEach listens for as long as the other.")

  static let ranking = MentoringProgramDraft(
    name: "Year of Teaching",
    purpose: "For trainees who teach, and faculty who watch and tell them. Both sides choose.",
    commitments: "The mentor watches two sessions.\n\nWhat is seen stays between the two.")

  static let words: [(kind: MentoringTerm.Kind, names: [String])] = [
    (
      .topic,
      [
        "First job", "Fellowship", "Research", "Teaching", "Quality improvement", "Leadership",
        "Balance of work and life", "Working abroad", "Finances", "Being a parent",
      ]
    ),
    (
      .career,
      ["Academic medicine", "Community practice", "Health policy", "Industry", "Public health"]
    ),
    (.language, ["English", "Spanish", "Arabic", "Mandarin", "Hindi", "French"]),
    (.format, ["In person", "By video", "By phone"]),
  ]

  static let hopes = [
    "I would like to hear how others chose their fellowship.",
    "I have a small study in mind and do not know where to begin.",
    "How does one say no without being the one who always says no?",
    "I want to teach well and have never been shown how.",
    "Two small children and a residency: how do people do that?",
  ]
}
