import HTML
import Kernel
import Mentoring
import SQLStore

/// Planning when the two of a pair meet next, or moving it.
struct NextMeetingForm: Sendable {
  let visit: Visit
  let pair: MentoringPair
  let hours: WeekHours
  let isGroup: Bool
  let state: FormState
  private let isPlanned: Bool

  private typealias Name = NextMeetingDraft.Field

  init(
    _ id: ID<MentoringPair>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    let planned = try NextMeeting.of(id, viewer: viewer, reader: reader)
    isPlanned = planned != nil
    pair = try MentoringPart.going(id, visit, reader)
    hours = try SharedHours.of(id, viewer: viewer, reader: reader)
    isGroup = try MentoringPart.leadsGroup(id, visit, reader)
    self.state = PersonForm.filled(
      state, planned.map { Self.fields($0, visit) } ?? [(Name.minutes, "45")])
  }

  var page: Page {
    Page(
      isPlanned ? "Move the next meeting" : "Plan the next meeting", in: .mentoring,
      under: MentoringPath.crumbs(pair.id), subtitle: "The other is told, and can move it."
    ) {
      let suggested = MentoringWords.hours(hours)
      if !suggested.isEmpty {
        p { "Both of you have time: \(suggested.joined(separator: "; "))." }
      }
      Form.of(visit, MentoringPath.nextMeeting.location(pair.id), state) {
        input(.type("hidden"), .name(Name.seen), .value(state.fields[Name.seen]))
        Field(Name.day, "Day", seenBy: Self.two).text(state, type: "date")
        Field(
          Name.clock, "Time", seenBy: Self.two,
          hint: "By the clock of \(visit.settings.timeZoneName)."
        ).text(state, type: "time")
        Field(Name.minutes, "Minutes", seenBy: Self.two)
          .text(state, .named("inputmode", "numeric"), .named("size", "4"))
        Field(Name.place, "Where, or how", seenBy: Self.two, isOptional: true).text(state)
        if isGroup { MentoringPart.groupTick(state, "For everyone in the group") }
        Form.acts("Save", cancel: MentoringPath.pair.location(pair.id))
      }
    }
  }

  private static let two = "the two of you"

  private static func fields(
    _ planned: NextMeeting, _ visit: Visit
  ) -> [(name: String, value: String)] {
    let zone = visit.settings.timeZone
    let clock = planned.beginsAt.clock(in: zone)
    return [
      (Name.day, planned.beginsAt.day(in: zone).text),
      (Name.clock, ClockTime(hour: clock.hour, minute: clock.minute)?.text ?? ""),
      (Name.minutes, String(planned.minutes)), (Name.place, planned.place),
      (Name.seen, planned.mark),
    ]
  }
}

extension MentoringPart {
  func registerNextMeeting(in routes: inout Routes) {
    routes.form(MentoringPath.nextMeeting, .signedIn) { visit, id, state, reader in
      try NextMeetingForm(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let draft = try NextMeetingDraft { fields[$0] }
      try Mending.refusals {
        try NextMeeting.plan(
          draft, for: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(
        MentoringPath.pair.location(id), saying: "Planned. It is in the calendars of both.")
    }
    routes.button(MentoringPath.callOff, .signedIn) { visit, id, fields, writer in
      try NextMeeting.callOff(
        fields[NextMeetingDraft.Field.seen], of: id, by: visit.viewer, in: visit.world,
        writer: writer)
      return .redirect(MentoringPath.pair.location(id), saying: "Called off. The other is told.")
    }
  }
}
