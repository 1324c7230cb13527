import Concerns
import Councils
import HTML
import Kernel
import SQLStore

/// A concern as whoever has its code reads it, and the place to write more.
struct WrittenPage: Sendable {
  let visit: Visit
  let written: WrittenConcern
  let code: ConcernCode
  let state: FormState
  /// What was just done.
  let said: String?
  /// What is wrong with a file that was sent.
  var attaching = FormState()
  /// Whether the code is shown still, as it was on the page before.
  var showsCode = false
  private let asked: AskedCards

  init(
    _ code: ConcernCode, _ visit: Visit, _ state: FormState, _ reader: any SQLReader,
    saying said: String? = nil
  ) throws {
    written = try WrittenConcern.open(code, reader: reader)
    self.visit = visit
    self.code = code
    self.state = state
    self.said = said
    asked = AskedCards(
      visit: visit, written: written,
      offer: try written.offer(viewer: visit.viewer, reader: reader), code: code, state: state)
  }

  private var concern: Concern { written.concern }

  var page: Page {
    let (word, tone) = ConcernWords.state(concern)
    return Page(
      "Your concern", in: .concerns,
      subtitle: "\(concern.categoryName), raised \(When.day(concern.raisedOn))"
    ) {
      if let said { NoticeBox.of(.good, said) }
      if showsCode { CodeCard(code: code).markup }
      p {
        Badge.of(word, tone)
        " "
        ConcernWords.promised(concern)
      }
      asked.markup
      Conversation(
        entries: written.entries, isOfWriter: true,
        files: written.files.map { FileLine($0, behind: code, visit) }
      ).markup
      Form.of(visit, ConcernPath.reply.location(), state) {
        input(.type("hidden"), .name(WrittenConcern.Field.code), .value(code.text))
        Field(
          WrittenConcern.Field.text, "Write to “\(concern.groupName)”",
          seenBy: "those who read your concern"
        ).lines(state, rows: 5)
        Form.acts("Send")
      }
      AttachCard(
        visit: visit, code: code, showsCode: showsCode, files: written.files.count,
        state: attaching
      ).markup
      if !next.isEmpty {
        p(.class("soft")) {
          "We ask here how you are treated since, on \(next). Open it with your code then."
        }
      }
      p(.class("soft")) { "Close this page when you are done: nothing else closes it." }
    }
  }

  private var next: String {
    FollowUp.next(concern, after: visit.viewer.today).map(When.day)
      .joined(separator: ", and on ")
  }
}

/// What was written in a concern, one below the other.
struct Conversation: Sendable {
  let entries: [ConcernEntry]
  /// Whether whoever raised it reads, and not those who handle it.
  let isOfWriter: Bool
  /// What notes link to, by the text of its key, as far as the reader finds it.
  var topics: [String: MeetingTopic] = [:]
  /// What its writer added, each behind the words of its day.
  var files: [FileLine] = []

  var markup: HTML {
    let events = entries.map { ($0.saidOn, event($0)) } + files.map { ($0.saidOn, event($0)) }
    let order = events.indices.sorted { (events[$0].0, $0) < (events[$1].0, $1) }
    return Timeline.of(order.map { events[$0].1 })
  }

  private func event(_ entry: ConcernEntry) -> Timeline.Event {
    Timeline.Event(
      when: When.day(entry.saidOn), tone: tone(entry),
      content: .group([
        b { from(entry) }, Paragraphs.of(entry.content.text), link(entry),
      ]))
  }

  private func event(_ line: FileLine) -> Timeline.Event {
    Timeline.Event(
      when: When.day(line.saidOn), tone: .neutral,
      content: .group([b { entries.first.map(from) ?? "" }, line.markup]))
  }

  @HTMLBuilder private func link(_ entry: ConcernEntry) -> HTML {
    if let key = entry.content.link {
      p {
        if let topic = topics[key] {
          a(.href(MeetingPath.meeting.location(topic.meeting))) { topic.title }
          ", \(When.day(topic.day))"
        } else {
          "It has to do with something of a meeting that you do not find."
        }
      }
    }
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
