import Councils
import Kernel
import SQLStore

/// What is kept of what a person belongs to, for their own copy of their data.
enum OrganizationCopy {
  static func tables(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let viewer = visit.viewer
    return [
      OwnTable(
        name: "memberships", title: "Your memberships in organizations",
        seenBy: "you, and whom you chose yourself",
        columns: ["Organization", "As", "Seen by", "Joined", "Left", "Forgotten on"],
        rows: try OwnMembership.all(viewer: viewer, reader: reader).map { one in
          [
            one.organizationName, MemberWords.capacity(one.capacity, visit.words),
            one.leaving == nil ? MemberWords.label(one.visibility) : "Nobody", one.joinedAt.text,
            one.leaving?.at.text ?? "", one.leaving?.forgottenOn.text ?? "",
          ]
        }),
      try offices(viewer, reader),
      OwnTable(
        name: "guest-access", title: "Where you may read as a guest",
        seenBy: visit.words("you, members and officers there, the {office}"),
        columns: ["Organization", "Why", "Since", "Ended"],
        rows: try Guest.own(viewer: viewer, reader: reader)),
      OwnTable(
        name: "posts", title: "What you wrote in forums",
        seenBy: "members, officers and guests of the organization",
        columns: ["Organization", "What", "Title", "Words", "When", "State"],
        rows: try OwnPost.rows(viewer: viewer, reader: reader)),
      OwnTable(
        name: "hours", title: "Hours that you gave", seenBy: "you, and officers there",
        columns: ["Organization", "Activity", "Day", "Hours", "Confirmed"],
        rows: try GivenHours.ownRows(viewer: viewer, reader: reader)),
    ]
  }

  private static func offices(_ viewer: Viewer, _ reader: any SQLReader) throws -> OwnTable {
    OwnTable(
      name: "offices", title: "As what you are, were or are asked to be an officer",
      seenBy: "everyone who finds the organization, once you have accepted",
      columns: ["Organization", "Title", "First day", "Last day", "Accepted", "Ended"],
      rows: try OwnOffice.all(viewer: viewer, reader: reader).map { one in
        [
          one.organizationName, one.officer.title, one.officer.startsOn.text,
          one.officer.endsOn?.text ?? "", one.officer.acceptedAt?.text ?? "",
          one.officer.endedAt?.text ?? "",
        ]
      })
  }
}

/// The work of each day in organizations: forgetting who left, renewing the numbers that are shown.
enum OrganizationTurn {
  static let job = JobKind(
    "councils.forget", "Forget who left organizations, and renew the numbers shown",
    nextDue: { now, settings in
      now.day(in: settings.timeZone).adding(days: 1).instant(
        hour: 0, minute: 25, in: settings.timeZone)
    },
    run: { _, around in
      let now = around.world.now()
      _ = try await around.store.write { writer in
        let today = now.day(in: try Settings(reader: writer).timeZone)
        return try Forgetting.run(on: today, at: now, writer: writer)
      }
      // How many is not said: the page of jobs would tell of single people.
      return "Done."
    })
}
