import Concerns
import HTML
import Kernel
import Roster
import SQLStore

/// A concern as those who handle it read it, and what they do with it.
struct ConcernPage: Sendable {
  let visit: Visit
  let opened: OpenedConcern
  let programName: String?
  let state: FormState

  /// - Throws: ``Absent`` for whom it does not exist; ``ConcernRefusal/locked``.
  init(_ id: ID<Concern>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    self.visit = visit
    self.state = state
    opened = try OpenedConcern(
      id, viewer: visit.viewer, with: try visit.unlockedKey(reader), reader: reader)
    // What an anonymous form brought may be no program at all.
    programName = opened.program.flatMap {
      try? Program.find($0, viewer: visit.viewer, reader: reader).name
    }
  }

  private var concern: Concern { opened.concern }

  var page: Page {
    let (word, tone) = ConcernWords.state(concern)
    return Page(
      "\(concern.categoryName) \(concern.reference)", in: .concerns,
      under: ConcernPath.deskCrumbs, subtitle: concern.groupName
    ) {
      p {
        Badge.of(word, tone)
        if concern.isUrgent {
          " "
          Badge.of("Urgent", .bad)
        }
        if concern.isOverdue(on: visit.viewer.today) {
          " "
          Badge.of("Late", .bad)
        }
      }
      facts
      if concern.state == .received {
        Form.button(
          visit, "Say that it was read", ConcernPath.acknowledge.location(concern.id),
          style: "btn primary")
      }
      Card.of("What was said") {
        Conversation(entries: opened.entries, isOfWriter: false).markup
      }
      writing
      steps
      trail
    }
  }

  private var facts: HTML {
    Facts.of([
      .init("Raised", When.day(concern.raisedOn)),
      .init("How", howRaised),
      .init("Who", opened.writer?.name),
      .init(visit.words("{Program}"), programName),
      .init("About", opened.names.isEmpty ? nil : opened.names),
      .init("Next", ConcernWords.next(concern)),
    ])
  }

  private var howRaised: String {
    "\(ConcernWords.manner(concern.manner))\(opened.isOnBehalf ? ", for someone else" : ""). "
      + (concern.manner == .named
        ? "You may tell the name to those who have to act."
        : concern.manner == .confidential
          ? "Tell the name to nobody." : "Do not try to find out who it is.")
  }

  @HTMLBuilder private var writing: HTML {
    if concern.state != .resolved {
      form(
        "Answer", ConcernPath.answer, "Write to whoever raised it",
        seenBy: "whoever raised it, and those who handle it", "Send the answer")
    }
    Fold.of("Note for those who handle it", isOpen: isWrong("note")) {
      form(
        "Note", ConcernPath.note, "Note", seenBy: "those who handle it", "Keep the note")
    }
  }

  @HTMLBuilder private var steps: HTML {
    if concern.state == .resolved {
      Form.button(visit, "Open it again", ConcernPath.reopen.location(concern.id))
    } else {
      Fold.of("Resolve it", isOpen: isWrong("resolve")) {
        form(
          "Resolve", ConcernPath.resolve, "What was done about it",
          seenBy: "whoever raised it, and those who handle it", "Resolve it")
      }
      if concern.pausedOn == nil {
        Fold.of("Stop its clocks", isOpen: isWrong("pause")) {
          form(
            "Pause", ConcernPath.pause, "Why, and what you wait for",
            seenBy: "those who handle it", "Stop the clocks")
        }
      } else {
        Form.button(visit, "Start its clocks again", ConcernPath.resume.location(concern.id))
      }
    }
  }

  /// Whether the page answers a form that was sent to an act of the concern.
  private func isSent(_ act: String) -> Bool { visit.here.hasSuffix("/" + act) }

  private func isWrong(_ act: String) -> Bool {
    isSent(act) && !state.problems.all.isEmpty
  }

  private func form(
    _ heading: String, _ path: SitePath<ID<Concern>>, _ label: String, seenBy: String,
    _ act: String
  ) -> HTML {
    let state = isSent(heading.lowercased()) ? state : FormState()
    return Form.of(visit, path.location(concern.id), state) {
      Field(OpenedConcern.textField, label, seenBy: seenBy).lines(state, rows: 4)
      Form.acts(act)
    }
  }

  @HTMLBuilder private var trail: HTML {
    if !opened.acts.isEmpty {
      Fold.of("Who did what") {
        ul {
          for act in opened.acts {
            li { "\(When.day(act.on)): \(ConcernWords.act(act.act)), \(act.name ?? "Someone")" }
          }
        }
      }
    }
  }
}
