import Concerns
import HTML
import Kernel
import SQLStore

/// Who will read a concern, and below it the place to write.
struct ReadersPage: Sendable {
  let visit: Visit
  let isUnseen: Bool
  let state: FormState
  let address: ConcernAddress
  let readers: ConcernReaders
  let isSmall: Bool
  let asksToCall: Bool
  let code: ConcernCode
  let channels: ChannelsCard

  /// The names of the fields that the page carries along.
  enum Carried {
    /// Who the page said would read.
    static let seen = "seen"
    /// The code.
    static let code = "code"
    /// That someone was called, or that nobody has to be.
    static let called = "called"
    /// The code of the concern since which somebody was treated worse.
    static let follows = "follows"
  }

  init(isUnseen: Bool, _ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    self.visit = visit
    self.isUnseen = isUnseen
    self.state = state
    let sender = try Sender(state.fields, visit, reader)
    address = sender.address
    readers = try sender.readers(visit, reader)
    isSmall =
      try address.program.map {
        try SmallProgram.isSmall($0, visit.settings, viewer: visit.viewer, reader: reader)
      } ?? false
    asksToCall = Self.asksToCall(state.fields)
    code = ConcernCode(typed: state.fields[Carried.code]) ?? ConcernCode(in: visit.world)
    channels = try ChannelsCard(visit, reader)
  }

  /// The part of the page that says who reads.
  static let part = "readers"

  /// Whether someone is to be called before this is sent.
  static func asksToCall(_ fields: FormFields) -> Bool {
    guard fields.given(ConcernDraft.Field.text) != nil, fields[Carried.called].isEmpty else {
      return false
    }
    return !fields[ConcernDraft.Field.urgent].isEmpty
      || ImminentHarm.isMentioned(in: fields[ConcernDraft.Field.text])
  }

  var page: Page {
    Page(
      "Who reads it, and what you write", in: .concerns,
      under: isUnseen ? [] : ConcernPath.crumbs
    ) {
      if asksToCall { channels.callNow }
      div(.id(Self.part)) {
        whoReads
        if isSmall { warning }
      }
      form
      if !asksToCall { channels.callNow }
      channels.elsewhere
    }
  }

  private var whoReads: HTML {
    Card.of("Who will read it") {
      if state.fields[ConcernAddress.Field.group] == ConcernAddress.byRule {
        p { "It goes to “\(readers.group.name)”." }
      }
      if readers.isElsewhere {
        p {
          """
          Nobody of the group that you chose may read this one. “\(readers.group.name)” gets it \
          instead.
          """
        }
      }
      if readers.readers.isEmpty {
        p {
          """
          Nobody who handles concerns may read this one. You can send it all the same: it is kept, \
          and those who can name someone else learn that a concern waits, and nothing of it.
          """
        }
      } else {
        ul { for one in readers.readers { person(one) } }
      }
      if !readers.leftOut.isEmpty {
        p { "Who will not, because it may be about them or about someone whom they answer to:" }
        ul { for one in readers.leftOut { person(one) } }
      }
      p(.class("soft")) { visit.words(Self.others) }
    }
  }

  private static let others =
    "Nobody else, on any page: no {program} director, not the {office}, no administrator, as long "
    + "as they are not named above. It is stored sealed, and the server alone cannot open it."

  private func person(_ responder: Responder) -> HTML {
    li {
      bdi { responder.name }
      ", "
      responder.title
    }
  }

  private var warning: HTML {
    NoticeBox.of(.warn, heading: visit.words("This {program} is small")) {
      p {
        visit.words(
          "It has fewer than \(visit.settings.publicThreshold) {trainees}. Whoever knows it may "
            + "guess who writes, from dates, places or the way that you put things. Leave out what "
            + "only you could know, or choose no {program}.")
      }
    }
  }

  private var form: HTML {
    Form.of(visit, (isUnseen ? ConcernPath.sendUnseen : ConcernPath.send).location(), state) {
      for field in address.fields {
        input(.type("hidden"), .name(field.name), .value(field.value))
      }
      if let follows = state.fields.given(Carried.follows) {
        input(.type("hidden"), .name(Carried.follows), .value(follows))
      }
      input(.type("hidden"), .name(Carried.seen), .value(readers.digest))
      input(.type("hidden"), .name(Carried.code), .value(code.text))
      p(.class("sees sealed")) {
        "\(ConcernWords.manner(address.manner)): \(ConcernWords.promise(address.manner))"
      }
      Field(
        ConcernDraft.Field.text, "What happened",
        seenBy: readers.readers.isEmpty
          ? "nobody yet" : readers.readers.map(\.name).joined(separator: ", "),
        hint: "What, where, how often, and what would help."
      ).lines(state, rows: 10)
      fieldset(.class("field")) {
        legend { "Also" }
        Tick.of(
          ConcernDraft.Field.urgent, "Someone may come to harm soon",
          hint: "It is marked urgent. Call first: nobody may look here for hours.",
          isOn: !state.fields[ConcernDraft.Field.urgent].isEmpty)
        if !isUnseen {
          Tick.of(
            ConcernDraft.Field.behalf, "Someone else told me this",
            isOn: !state.fields[ConcernDraft.Field.behalf].isEmpty)
        }
        if asksToCall { confirmation }
      }
      Form.acts("Send it")
    }
  }

  private var confirmation: HTML {
    .group([
      Tick.of(
        Carried.called, "I have called, or nobody has to be called",
        hint: "Then it is sent as it stands.", isOn: false),
      isUnseen
        ? Tick.of(
          ConcernDraft.Field.atOnce, "Tell those who read it at once",
          hint: "Otherwise they hear tomorrow morning, so that nothing gives the hour away.",
          isOn: !state.fields[ConcernDraft.Field.atOnce].isEmpty) : .nothing,
    ])
  }
}
