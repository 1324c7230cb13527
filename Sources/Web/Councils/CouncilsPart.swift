import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// Councils, associations and committees: what they are, who sits in them, and who decides it.
struct CouncilsPart: Part {
  var places: [Place] {
    [
      Place(
        .organizations, "Organizations", OrganizationPath.list.location(), in: .councils,
        for: .signedIn),
      Place(.seatMap, "Seat map", SeatPath.map.location(), in: .councils, for: .signedIn),
      Place(
        .approvals, "Approvals", NominationPath.approvals.location(), in: .councils,
        for: .director),
    ]
  }

  var jobs: [JobKind] { [SeatTurn.job, OrganizationTurn.job, MeetingTurn.job] }

  var rollover: any PartRollover { SeatsRollover() }

  func register(in routes: inout Routes) {
    registerOrganizations(in: &routes)
    registerKeeping(in: &routes)
    registerCharter(in: &routes)
    registerSeats(in: &routes)
    registerSeatings(in: &routes)
    registerSeatMap(in: &routes)
    registerNominations(in: &routes)
    registerComposition(in: &routes)
    registerMembers(in: &routes)
    registerForum(in: &routes)
    registerActivities(in: &routes)
    registerWording(in: &routes)
    registerMeetings(in: &routes)
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try approvalItems(visit, reader) + silentItems(visit, reader) + officeItems(visit, reader)
      + questionedItems(visit, reader) + meetingItems(visit, reader)
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let listed = try Organization.list(
      OrganizationQuery(text: text), viewer: visit.viewer, reader: reader)
    return [
      FoundGroup(
        heading: "Organizations",
        found: listed.entries.prefix(20).map { line in
          FoundGroup.Found(
            title: line.organization.name, detail: OrganizationWords.line(line.organization),
            location: OrganizationPath.organization.location(line.organization.id))
        }),
      FoundGroup(
        heading: "Meetings",
        found: try Meeting.found(text, viewer: visit.viewer, reader: reader).map { line in
          FoundGroup.Found(
            title: line.meeting.title,
            detail: "\(line.organizationName), \(MeetingWords.time(line.meeting))",
            location: MeetingPath.meeting.location(line.meeting.id))
        }),
    ]
  }

  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    try NominationCopy.tables(visit, reader) + OrganizationCopy.tables(visit, reader)
      + MeetingCopy.tables(visit, reader)
  }
}

/// The work that lets seats end on their day, and reminds directors who have not answered.
enum SeatTurn {
  /// Lets seats follow what has just changed about people, in the same transaction.
  static func follow(_ visit: Visit, _ writer: any SQLWriter) throws {
    try SeatSettling(
      on: visit.viewer.today, at: visit.viewer.now, in: visit.world, writer
    ).settle()
  }

  /// Lets seats follow what an import has changed.
  static func follow(_ around: JobSurroundings) async throws {
    let now = around.world.now()
    try await around.store.write { writer in
      let today = now.day(in: try Settings(reader: writer).timeZone)
      try SeatSettling(on: today, at: now, in: around.world, writer).settle()
    }
  }

  static let job = JobKind(
    "councils.turn-day", "End seats and remind directors",
    nextDue: { now, settings in
      now.day(in: settings.timeZone).adding(days: 1).instant(
        hour: 0, minute: 15, in: settings.timeZone)
    },
    run: { _, around in
      let now = around.world.now()
      return try await around.store.write { writer in
        let today = now.day(in: try Settings(reader: writer).timeZone)
        let ended = try SeatSettling(on: today, at: now, in: around.world, writer).settle()
        let reminded = try Reminders.send(
          on: today, at: now, in: around.world, writer: writer)
        return "\(Figures.counted(ended.count, "seat", "seats")) ended, "
          + "\(Figures.counted(reminded, "reminder", "reminders")) sent."
      }
    })
}
