import Concerns
import HTML
import Kernel
import SQLStore

/// To whom a concern goes and whom it is about: chosen before anything is written, because who
/// reads follows from it.
struct ConcernForm: Sendable {
  let visit: Visit
  let isUnseen: Bool
  let state: FormState
  let groups: [HandlingGroup]
  let categories: [ConcernCategory]
  let programs: [ConcernProgram]
  let isRouted: Bool
  let channels: ChannelsCard

  init(isUnseen: Bool, _ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    self.visit = visit
    self.isUnseen = isUnseen
    self.state = state
    groups = try HandlingGroup.taking(viewer: visit.viewer, reader: reader)
    categories = try ConcernCategory.all(viewer: visit.viewer, reader: reader)
    programs = try ConcernProgram.all(viewer: visit.viewer, reader: reader)
    isRouted = try !ConcernRoute.all(viewer: visit.viewer, reader: reader).isEmpty
    channels = try ChannelsCard(visit, reader)
  }

  var page: Page {
    Page(
      isFollowing
        ? "Say how you were treated"
        : isUnseen ? "Raise a concern without your name" : "Raise a concern",
      in: .concerns, under: isUnseen ? [] : ConcernPath.crumbs
    ) {
      channels.callNow
      if isFollowing { following } else if isUnseen { unseen }
      if groups.isEmpty || categories.isEmpty {
        EmptyState.of(
          "Nobody takes concerns here yet", visit.words("Ask the {office}, or use the ways below."))
      } else {
        form
      }
      channels.elsewhere
    }
  }

  /// Whether someone was treated worse since they raised another concern.
  private var isFollowing: Bool { state.fields.given(ReadersPage.Carried.follows) != nil }

  /// What becomes of it.
  private var following: HTML {
    Card.of("It becomes a concern of its own") {
      p {
        """
        Choose who should read it, and name whoever treats you worse: they will not read it. It is \
        urgent, it keeps your name or its absence as before, and it has a code of its own.
        """
      }
    }
  }

  /// What this page does not know.
  private var unseen: HTML {
    Card.of("This page does not know who you are") {
      p {
        """
        It works the same whether you are signed in or not: it takes no cookie, no address and no \
        name from your browser, and keeps the day but no hour. Whoever runs the network or a \
        proxy in front of it may still see that you were here. From a phone of your own \
        on its own connection, they do not.
        """
      }
    }
  }

  private var form: HTML {
    Form.of(
      visit, (isUnseen ? ConcernPath.raiseUnseen : ConcernPath.raise).location(), state
    ) {
      p { "First choose whom it concerns. Then you see who will read it, before you write." }
      // What was written already comes along, should a choice have to be made again.
      if let text = state.fields.given(ConcernDraft.Field.text) {
        input(.type("hidden"), .name(ConcernDraft.Field.text), .value(text))
      }
      if let follows = state.fields.given(ReadersPage.Carried.follows) {
        input(.type("hidden"), .name(ReadersPage.Carried.follows), .value(follows))
      }
      if !isUnseen { manner }
      Field(ConcernAddress.Field.group, "Who should read it").picks(state, whoReads)
      Field(ConcernAddress.Field.category, "What it is about").picks(
        state, categories.map { ($0.id.text, $0.name, $0.hint.isEmpty ? nil : $0.hint) })
      Field(
        ConcernAddress.Field.program, visit.words("{Program}"),
        hint: visit.words("Whoever leads the {program} that you choose never reads it."),
        isOptional: true
      ).choice(
        state,
        [("", visit.words("No {program} in particular"))]
          + programs.map {
            ($0.id.text, $0.name)
          })
      fieldset(.class("field")) {
        legend { "It is about people who" }
        Tick.of(
          ConcernAddress.Field.leaders, visit.words("lead this {program}"),
          isOn: !state.fields[ConcernAddress.Field.leaders].isEmpty)
        Tick.of(
          ConcernAddress.Field.office, visit.words("work in the {office}, or lead it"),
          isOn: !state.fields[ConcernAddress.Field.office].isEmpty)
      }
      Field(
        ConcernAddress.Field.names, "Names of people whom it is about",
        hint: "They, and whoever answers to them, will not read it.", isOptional: true
      ).text(state, .named("autocomplete", "off"))
      // Who reads it as it stands; the next page says so in any case.
      div(.named("data-ahead", ReadersPage.part), .aria(.live, "polite")) {}
      Form.acts("See who will read it", cancel: isUnseen ? nil : ConcernPath.start.location())
    }
  }

  private var whoReads: [(value: String, label: String, hint: String?)] {
    let byRule = (
      value: ConcernAddress.byRule, label: "Whoever takes such concerns here",
      hint: visit.words("It depends on what it is about and on the {program}.") as String?
    )
    return (isRouted ? [byRule] : [])
      + groups.map { ($0.id.text, $0.name, visit.words($0.purpose)) }
  }

  private var manner: HTML {
    .group([
      Field(ConcernAddress.Field.manner, "How you want to be known").picks(
        state,
        [Manner.named, .confidential].map {
          ($0.rawValue, ConcernWords.manner($0), ConcernWords.promise($0))
        }),
      p {
        "Or "
        a(.href(ConcernPath.raiseUnseen.location())) { "without your name" }
        ": on a page that does not know who you are."
      },
    ])
  }
}
