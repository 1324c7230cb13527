import Concerns
import HTML
import Kernel

/// A concern as whoever has its code reads it, and the place to write more.
struct WrittenPage: Sendable {
  let visit: Visit
  let written: WrittenConcern
  let code: ConcernCode
  let state: FormState
  /// Whether a message was just sent.
  var isSent = false

  private var concern: Concern { written.concern }

  var page: Page {
    let (word, tone) = ConcernWords.state(concern)
    return Page(
      "Your concern", in: .concerns,
      subtitle: "\(concern.categoryName), raised \(When.day(concern.raisedOn))"
    ) {
      if isSent { NoticeBox.of(.good, "Your message is sent.") }
      p {
        Badge.of(word, tone)
        " "
        ConcernWords.promised(concern)
      }
      Conversation(entries: written.entries, isOfWriter: true).markup
      Form.of(visit, ConcernPath.reply.location(), state) {
        input(.type("hidden"), .name(WrittenConcern.Field.code), .value(code.text))
        Field(
          WrittenConcern.Field.text, "Write to “\(concern.groupName)”",
          seenBy: "those who read your concern"
        ).lines(state, rows: 5)
        Form.acts("Send")
      }
      p(.class("soft")) { "Close this page when you are done: nothing else closes it." }
    }
  }
}

/// What was written in a concern, one below the other.
struct Conversation: Sendable {
  let entries: [ConcernEntry]
  /// Whether whoever raised it reads, and not those who handle it.
  let isOfWriter: Bool

  var markup: HTML {
    Timeline.of(
      entries.map { entry in
        Timeline.Event(
          when: When.day(entry.saidOn), tone: tone(entry),
          content: .group([
            b { from(entry) }, Paragraphs.of(entry.content.text),
          ]))
      })
  }

  private func tone(_ entry: ConcernEntry) -> Tone {
    switch entry.kind {
    case .writer: .neutral
    case .answer: .info
    case .note: .warn
    }
  }

  private func from(_ entry: ConcernEntry) -> String {
    let name = entry.content.author?.name ?? "Someone"
    switch entry.kind {
    case .writer:
      return isOfWriter ? "You" : entry.content.author?.name ?? "Whoever raised it"
    case .answer: return name
    case .note: return "\(name), a note for those who handle it"
    }
  }
}
