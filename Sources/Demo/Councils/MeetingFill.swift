import Councils
import Kernel
import Roster
import SQLStore

/// A year of a council's meetings: monthly ones, and sessions for trainees alone between them.
struct MeetingFill {
  let hospital: FictionalHospital
  let id: OrganizationID
  /// Those who sit there; the first one is in the chair.
  let delegates: [PersonID]
  let world: World
  let writer: any SQLWriter

  /// What monthly meetings talk about, in turn.
  private static let subjects = [
    ("Meals on nights", "Keep the cafeteria open until two in the morning.", 25),
    ("Parking at the west garage", "Ask for forty places for people on call.", 15),
    ("Call rooms on the sixth floor", "Report which rooms have no lock or no lamp.", 20),
    ("Stipends for conferences", "One conference a year for everybody, without a lottery.", 30),
    ("Handover on weekends", "Try the shared list on two more floors.", 20),
  ]

  /// Does it: what is past is run as it would have been, the rest is planned.
  func fill(from first: Day, by office: Viewer, _ chance: inout Chance) throws {
    guard let chair = delegates.first, chair != office.person else { return }
    let officer = try Officer.ask(
      OfficerDraft(person: chair, title: "Chair", startsOn: office.today), in: id, by: office,
      at: world, writer: writer)
    try Officer.accept(
      officer, by: viewer(chair, at: office.now, office.today), writer: writer)
    let year = AcademicYear(containing: first, start: .july1)
    let opening = Self.secondTuesday(after: first)
    let meetings = try plan("Monthly meeting", from: opening, to: year.lastDay, chair, false)
    let forums = try plan(
      "Trainee forum", from: opening.adding(days: 14), to: year.lastDay, chair, true)
    for forum in forums where forum.endsAt < now {
      try Meeting.begin(
        forum.id, by: self.chair(at: forum.beginsAt, forum), writer: writer)
      try Meeting.end(forum.id, by: self.chair(at: forum.endsAt, forum), writer: writer)
    }
    var before: Meeting?
    for (number, meeting) in meetings.enumerated() where meeting.endsAt < now {
      try hold(meeting, Self.subjects[number % Self.subjects.count], after: before, &chance)
      before = meeting
    }
    try prepare(meetings.first { $0.beginsAt > now })
  }

  private var now: Instant { hospital.today.moment(hour: 0) }

  private func viewer(_ person: PersonID, at now: Instant, _ today: Day) -> Viewer {
    Viewer(person: person, grants: [], now: now, today: today)
  }

  private func chair(at moment: Instant, _ meeting: Meeting) -> Viewer {
    viewer(delegates[0], at: moment, meeting.day)
  }

  private static func secondTuesday(after day: Day) -> Day {
    let (year, month, _) = day.parts
    let begin = Day(year: year, month: month, day: 1) ?? day
    let second = begin.adding(days: (2 - begin.weekday + 7) % 7 + 7)
    return second > day ? second : secondTuesday(after: begin.adding(days: 32))
  }

  private func plan(
    _ title: String, from first: Day, to last: Day, _ chair: PersonID, _ isTraineesOnly: Bool
  ) throws -> [Meeting] {
    let draft = MeetingDraft(
      title: title, day: first, clock: ClockTime(hour: 17, minute: 30) ?? .noon, minutes: 75,
      place: "Residents' lounge, third floor", isTraineesOnly: isTraineesOnly,
      recurrence: .monthly, until: last)
    let planned = first.adding(days: -3)
    let viewer = viewer(chair, at: planned.moment(hour: 12), planned)
    try Meeting.plan(draft, in: id, by: viewer, at: world, writer: writer)
    return try Meeting.toCome(in: id, viewer: viewer, reader: writer)
      .filter { $0.title == title }
  }

  private func hold(
    _ meeting: Meeting, _ subject: (title: String, wording: String, minutes: Int),
    after before: Meeting?, _ chance: inout Chance
  ) throws {
    var world = world
    let begins = meeting.beginsAt
    world.now = { begins }
    let chair = chair(at: begins, meeting)
    try AgendaItem.add(
      AgendaDraft(title: "Minutes of the last meeting", minutes: 5), to: meeting.id, by: chair,
      at: world, writer: writer)
    try AgendaItem.add(
      AgendaDraft(title: subject.title, minutes: subject.minutes), to: meeting.id, by: chair,
      at: world, writer: writer)
    try Meeting.begin(meeting.id, by: chair, writer: writer)
    var present = 0
    for person in delegates where person == chair.person || chance.below(100) < 78 {
      try CheckIn.admit(person, to: meeting.id, by: chair, writer: writer)
      present += 1
    }
    try approve(before, in: meeting, chair)
    let against = chance.below(3)
    try Decision.record(
      DecisionDraft(
        wording: subject.wording,
        votes: .init(inFavor: max(0, present - against), against: min(against, present))),
      in: meeting.id, by: chair, at: world, writer: writer)
    try agree(subject.title, meeting, chair, world, &chance)
    try minute(subject.title, meeting, chair, world)
  }

  /// A meeting to which too few came approves nothing.
  private func approve(_ before: Meeting?, in meeting: Meeting, _ chair: Viewer) throws {
    guard let before else { return }
    let approving = try Minutes.approving(
      before, isTraineesOnly: false, viewer: chair, reader: writer)
    guard let approving, approving.isAble else { return }
    try Minutes.approve(before.id, in: meeting.id, by: chair, writer: writer)
  }

  /// Someone takes something on, and most of them have done it since.
  private func agree(
    _ subject: String, _ meeting: Meeting, _ chair: Viewer, _ world: World,
    _ chance: inout Chance
  ) throws {
    let action = try ActionItem.add(
      ActionDraft(
        title: "Write to the hospital about: \(subject.lowercased())",
        owner: chance.pick(delegates), dueOn: meeting.day.adding(days: 21)), in: meeting.id,
      by: chair, at: world, writer: writer)
    let done = meeting.beginsAt.adding(seconds: 12 * 86_400)
    guard done < now, chance.below(100) < 80 else { return }
    try ActionItem.settle(
      action, by: self.chair(at: done, meeting), writer: writer)
  }

  private func minute(
    _ subject: String, _ meeting: Meeting, _ chair: Viewer, _ world: World
  ) throws {
    try Minutes.keep(
      MinutesDraft(
        content: """
          1. Minutes of the last meeting
          They were read and found right.

          2. \(subject)
          Delegates told what they hear on their floors. The council decided and asked one of its \
          members to write to the hospital.
          """, after: 0), of: meeting.id, by: chair, at: world, writer: writer)
    try Meeting.end(meeting.id, by: self.chair(at: meeting.endsAt, meeting), writer: writer)
    let next = meeting.endsAt.adding(seconds: 72_000)
    try Minutes.publish(meeting.id, by: self.chair(at: next, meeting), writer: writer)
  }

  /// The next one has something on its agenda already.
  private func prepare(_ meeting: Meeting?) throws {
    guard let meeting, delegates.count > 1 else { return }
    let today = hospital.today
    let viewer = viewer(delegates[1], at: today.adding(days: -1).moment(hour: 20), today)
    for (title, minutes) in [("Holiday schedule", 20), ("Quiet rooms at night", 15)] {
      try AgendaItem.add(
        AgendaDraft(title: title, minutes: minutes), to: meeting.id, by: viewer, at: world,
        writer: writer)
    }
  }
}
