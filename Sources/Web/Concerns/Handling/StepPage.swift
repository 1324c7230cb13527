import Concerns
import Councils
import HTML
import Kernel
import SQLStore

/// One thing that a responder does with a concern, on a page of its own.
struct StepPage: Sendable {
  let visit: Visit
  let opened: OpenedConcern
  let step: Step
  let state: FormState
  private let choices: [(value: String, label: String)]

  /// What can be done with words or with a choice.
  enum Step: Sendable {
    case note, resolve, pause, assign, merge, handOver, link, hold, release
  }

  init(
    _ step: Step, _ opened: OpenedConcern, _ visit: Visit, _ state: FormState,
    _ reader: any SQLReader
  ) throws {
    self.visit = visit
    self.opened = opened
    self.step = step
    self.state = state
    choices = try Self.choices(step, opened, visit, reader)
  }

  private var concern: Concern { opened.concern }

  var page: Page {
    let words = Self.words(step)
    return Page(
      words.title, in: .concerns,
      under: ConcernPath.deskCrumbs + [
        Page.Breadcrumb(
          "\(concern.categoryName) \(concern.reference)", ConcernPath.concern.location(concern.id))
      ]
    ) {
      p { visit.words(words.explanation) }
      if let choice, choices.isEmpty {
        EmptyState.of("Nothing to choose from", choice.none)
      } else {
        form(words.act)
      }
    }
  }

  private func form(_ act: String) -> HTML {
    Form.of(visit, Self.path(step).location(concern.id), state) {
      if let choice {
        Field(choice.field, choice.label).choice(state, choices)
      }
      if let label {
        Field(OpenedConcern.textField, label.label, seenBy: label.seenBy).lines(state)
      }
      Form.acts(act, cancel: ConcernPath.concern.location(concern.id))
    }
  }

  /// Where a step is sent.
  static func path(_ step: Step) -> SitePath<ID<Concern>> {
    switch step {
    case .note: ConcernPath.note
    case .resolve: ConcernPath.resolve
    case .pause: ConcernPath.pause
    case .assign: ConcernPath.assign
    case .merge: ConcernPath.merge
    case .handOver: ConcernPath.handOver
    case .link: ConcernPath.link
    case .hold: ConcernPath.hold
    case .release: ConcernPath.release
    }
  }

  /// What is chosen, and what is said where there is nothing to choose from.
  private var choice: (field: String, label: String, none: String)? {
    switch step {
    case .assign:
      (OpenedConcern.assigneeField, "Who sees to it", "Nobody reads it any more.")
    case .merge:
      (
        OpenedConcern.targetField, "Together with",
        "There is no other open concern of this group that the same people read."
      )
    case .handOver:
      (Handover.groupField, "To", "No other group takes concerns.")
    case .link:
      (
        OpenedConcern.topicField, "What of a meeting",
        "No meeting to come has an agenda that you read, and no action is open."
      )
    case .note, .resolve, .pause, .hold, .release: nil
    }
  }

  private static func choices(
    _ step: Step, _ opened: OpenedConcern, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [(value: String, label: String)] {
    let viewer = visit.viewer
    switch step {
    case .assign:
      return [("", "Nobody in particular")]
        + (try opened.readers(reader).map { ($0.person.text, $0.name) })
    case .merge: return try partners(of: opened, visit, reader)
    case .handOver:
      return try HandlingGroup.taking(viewer: viewer, reader: reader)
        .filter { $0.id != opened.concern.group }.map { ($0.id.text, $0.name) }
    case .link:
      return try opened.topics(viewer: viewer, reader: reader).map {
        ($0.key.text, "\($0.title), \(When.day($0.day))")
      }
    case .note, .resolve, .pause, .hold, .release: return []
    }
  }

  private static func partners(
    of opened: OpenedConcern, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [(value: String, label: String)] {
    let partners = try opened.partners(viewer: visit.viewer, reader: reader)
    let beginnings = try ConcernBeginnings(
      of: partners, with: try visit.unlockedKey(reader), reader: reader)
    return partners.map { ($0.id.text, "\($0.reference): \(beginnings[$0] ?? $0.categoryName)") }
  }

  /// What is written, and who reads it.
  private var label: (label: String, seenBy: String)? {
    let writers =
      opened.together.isEmpty
      ? "whoever raised it, and those who handle it"
      : "those who raised this and what is handled together with it, and those who handle it"
    return switch step {
    case .note: ("Note", "those who handle it")
    case .resolve: ("What was done about it", writers)
    case .pause: ("Why, and what you wait for", "those who handle it")
    case .handOver: ("Why, to whoever raised it", writers)
    case .hold, .release: ("Why, such as who asked for it", "those who handle it")
    case .assign, .merge, .link: nil
    }
  }
}

extension StepPage {
  /// The words of a step.
  static func words(
    _ step: Step
  ) -> (title: String, explanation: String, act: String, said: String) {
    switch step {
    case .note:
      (
        "Keep a note", "Whoever raised it never sees your notes.", "Keep the note",
        "Your note is kept."
      )
    case .resolve:
      (
        "Resolve it",
        "Whoever raised it reads what was done. If they write again, it is open again.",
        "Resolve it", "It is resolved."
      )
    case .pause:
      (
        "Stop its clocks",
        "While you wait for something, nothing is due. Whoever raised it sees that it waits.",
        "Stop the clocks", "Its clocks stand still."
      )
    case .assign:
      (
        "Say who sees to it", "Reminders go to them then. Everybody who reads it still can act.",
        "Keep", "It is noted."
      )
    case .merge:
      (
        "Handle it together with another one",
        "What you answer there is sent to whoever raised this one too. Each of them goes on "
          + "writing behind their own code, and neither learns of the other.",
        "Handle them together", "They are handled together."
      )
    case .handOver:
      (
        "Hand it to another group",
        "Those of the other group read it then, and your group no more. Whoever raised it without "
          + "letting you use their name is asked first, and sees the new names before they agree.",
        "Hand it over", "It is handed over."
      )
    case .link:
      (
        "Link it to a meeting",
        "The link is kept as a note. The meeting says nothing of it.", "Link it", "It is linked."
      )
    case .hold:
      (
        "Keep it from being erased",
        "It stays until someone lets it go again, whatever the rules say.", "Keep it",
        "It is kept."
      )
    case .release:
      (
        "Let it be erased again", "The rules for all concerns apply to it again.", "Let it go",
        "The rules apply to it again."
      )
    }
  }
}
