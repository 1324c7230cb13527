import Concerns
import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// A concern as those who handle it read it, and what they do with it.
struct ConcernPage: Sendable {
  let visit: Visit
  let opened: OpenedConcern
  let programName: String?
  let topics: [String: MeetingTopic]
  let related: RelatedConcerns
  let state: FormState

  init(
    _ opened: OpenedConcern, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.state = state
    self.opened = opened
    // What an anonymous form brought may be no program at all.
    programName = opened.program.flatMap {
      try? Program.find($0, viewer: viewer, reader: reader).name
    }
    topics = try opened.linked(viewer: viewer, reader: reader)
    related = try RelatedConcerns(opened, viewer: viewer, reader: reader)
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
        if concern.isOverdue(on: visit.viewer.today), concern.mergedInto == nil {
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
        Conversation(
          entries: opened.entries, isOfWriter: false, topics: topics,
          files: opened.files.map { FileLine($0) }
        ).markup
      }
      if concern.state != .resolved, concern.mergedInto == nil { answer }
      SummaryCard(visit: visit, opened: opened).markup
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
      .init("Next", concern.mergedInto == nil ? ConcernWords.next(concern) : nil),
      .init("Seen to by", concern.assignee?.name),
      .init("Handled with", Self.links(related.together)),
      .init("Since then treated worse because of", Self.links(related.follows)),
      .init("Led to", Self.links(related.followers)),
      .init("Asked of the writer", related.offered.map { "to let “\($0)” have it" }),
      .init("Kept from being erased", concern.heldOn.map { "since \(When.day($0))" }),
    ])
  }

  private static func links(_ concerns: [Concern]) -> HTML? {
    guard !concerns.isEmpty else { return nil }
    return ul {
      for one in concerns {
        li {
          a(.href(ConcernPath.concern.location(one.id))) {
            "\(one.categoryName) \(one.reference)"
          }
        }
      }
    }
  }

  private var howRaised: String {
    "\(ConcernWords.manner(concern.manner))\(opened.isOnBehalf ? ", for someone else" : ""). "
      + (concern.manner == .named
        ? "You may tell the name to those who have to act."
        : concern.manner == .confidential
          ? "Tell the name to nobody." : "Do not try to find out who it is.")
  }

  private var answer: HTML {
    Form.of(visit, ConcernPath.answer.location(concern.id), state) {
      Field(
        OpenedConcern.textField, "Write to whoever raised it",
        seenBy: opened.together.isEmpty
          ? "whoever raised it, and those who handle it"
          : "those who raised this and what is handled together with it, and those who handle it"
      ).lines(state)
      Form.acts("Send the answer")
    }
  }

  private var steps: HTML {
    Card.of("What else you can do") {
      div(.class("acts")) {
        for step in possible {
          a(.class("btn"), .href(StepPage.path(step).location(concern.id))) {
            StepPage.words(step).title
          }
        }
        if concern.mergedInto != nil {
          Form.button(visit, "Handle it apart again", ConcernPath.separate.location(concern.id))
        } else if concern.state == .resolved {
          Form.button(visit, "Open it again", ConcernPath.reopen.location(concern.id))
        } else if concern.pausedOn != nil {
          Form.button(visit, "Start its clocks again", ConcernPath.resume.location(concern.id))
        }
      }
    }
  }

  private var possible: [StepPage.Step] {
    let always: [StepPage.Step] = [.note, concern.heldOn == nil ? .hold : .release]
    guard concern.state != .resolved, concern.mergedInto == nil else { return always }
    return [.resolve] + (concern.pausedOn == nil ? [.pause] : [])
      + [.assign, .link, .merge, .handOver] + always
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
