import Councils
import Elections
import HTML
import Kernel
import Roster
import SQLStore

/// The form that sets an election up.
struct ElectionForm: Sendable {
  let visit: Visit
  let rules: [SeatRule]
  let places: (departments: [ConstituencyChoice], programs: [ConstituencyChoice])
  let state: FormState
  let action: Location
  let cancel: Location

  private typealias Name = ElectionDraft.Field

  init(
    of organization: Organization, _ visit: Visit, _ state: FormState, action: Location,
    cancel: Location, reader: any SQLReader
  ) throws {
    self.visit = visit
    rules = try SeatRule.all(of: organization, on: visit.viewer.today, reader: reader)
      .filter { $0.kind == .peerSelected }
    places = try ConstituencyChoice.all(viewer: visit.viewer, reader: reader)
    self.state = state
    self.action = action
    self.cancel = cancel
  }

  /// How what was typed is understood.
  static func draft(
    _ fields: FormFields, _ visit: Visit, _ reader: any SQLReader
  ) throws -> ElectionDraft {
    try ElectionDraft(
      typed: { fields[$0] },
      as: ElectionDraft.Reading(zone: visit.settings.timeZone) { name in
        try PersonPick.find(name, viewer: visit.viewer, reader: reader)
      })
  }

  /// What the form begins with for an election that is there.
  static func fields(
    of election: Election, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [(name: String, value: String)] {
    var officer = ""
    if let person = election.officer {
      let entry = try? Directory.entry(of: person, viewer: visit.viewer, reader: reader)
      officer = entry.map { $0.address ?? $0.name } ?? person.text
    }
    return ElectionDraft(election).fields(in: visit.settings.timeZone) + [(Name.officer, officer)]
  }

  @HTMLBuilder var markup: HTML {
    if rules.isEmpty {
      NoticeBox.of(
        .warn,
        visit.words(
          "This organization has no seats that the {trainees} select. The {office} adds them "
            + "among its seats; then an election can fill them."))
    } else {
      Form.of(visit, action, state) {
        what
        who
        how
        when
        officer
        Form.acts("Save", cancel: cancel)
      }
    }
  }

  private static let seen = "those who set it up; everyone once it is announced"

  @HTMLBuilder private var what: HTML {
    Field(Name.title, "Title", seenBy: Self.seen, hint: "Such as “Delegates of 2026–27”.")
      .text(state)
    Field(Name.rule, "Seats to fill").choice(
      state, rules.map { ($0.id.text, "\($0.title) (\($0.seats))") })
    Field(Name.seats, "How many are elected").text(state, .named("inputmode", "numeric"))
  }

  @HTMLBuilder private var who: HTML {
    Field(
      Name.constituency, "Who votes and stands",
      hint: visit.words("{Trainees} who are active and in good standing on the day of the roll.")
    ).choice(state, constituencies)
    Field(
      Name.rollOn, "Day of the roll", hint: "The roster of this day says who votes."
    ).text(state, type: "date")
  }

  private var constituencies: [(value: String, label: String)] {
    let kinds = [(places.departments, "{Department}"), (places.programs, "{Program}")]
    return [("institution", "The whole institution")]
      + kinds.flatMap { choices, word in
        choices.map { ($0.value, "\(visit.words(word)): \($0.name)") }
      }
  }

  @HTMLBuilder private var how: HTML {
    Field(Name.method, "How the papers are counted").picks(
      state,
      Election.Method.allCases.map { method in
        let (word, hint) = ElectionWords.method(method)
        return (method.rawValue, word, hint)
      })
    Field(Name.onePer, "Limit", hint: "Whoever would break it is passed over in the count.")
      .choice(
        state,
        Election.OnePer.allCases.map { ($0.rawValue, ElectionWords.onePer($0, visit.words)) })
    Tick.of(
      Name.abstaining, "Voters may abstain", hint: "A paper that names nobody on purpose.",
      isOn: state.fields[Name.abstaining] == Name.yes)
    p(.class("hint")) {
      "A tie that the count leaves open is decided by a lot whose seed is published."
    }
  }

  @HTMLBuilder private var when: HTML {
    p(.class("hint")) { "All times are of the clock in \(visit.settings.timeZoneName)." }
    moment(Name.nominateFrom, "Nominations open")
    moment(Name.nominateUntil, "Nominations close")
    moment(Name.voteFrom, "Voting begins")
    moment(Name.voteUntil, "Voting ends")
  }

  private func moment(_ name: String, _ label: String) -> HTML {
    Field(name, label).text(state, type: "datetime-local")
  }

  private var officer: HTML {
    Field(
      Name.officer, "Election officer", seenBy: Self.seen,
      hint: visit.words(
        "Rules on corrections of the roll and certifies the result. A name or mail address of "
          + "someone who does not stand: not of the {office}, no {program} director.")
    ).text(state, type: "text", .named("autocomplete", "off"))
  }
}
