import Councils
import HTML
import Kernel
import Roster
import SQLStore
import Spreadsheet

extension CouncilsPart {
  /// Joining, being seen, leaving; and what the person who asks belongs to.
  func registerMembers(in routes: inout Routes) {
    routes.page(MemberPath.own, .signedIn) { visit, _, reader in
      .page(try OwnOrganizationsPage(visit, reader).page)
    }
    routes.page(MemberPath.members, .signedIn) { visit, id, reader in
      .page(try MembersPage(id, visit, reader).page)
    }
    routes.page(MemberPath.export, .signedIn) { visit, id, reader in
      .download(try Self.roster(of: id, visit, reader))
    }
    routes.button(MemberPath.join, .signedIn) { visit, id, _, writer in
      try Membership.join(id, by: visit.viewer, in: visit.world, to: writer)
      return .redirect(
        MemberPath.members.location(id),
        saying: "You are a member. Nobody sees it unless you choose so here.")
    }
    routes.form(MemberPath.visibility, .signedIn) { visit, id, state, reader in
      try MembersPage(id, visit, reader, state: state).page
    } change: { visit, id, fields, writer in
      let visibility = try Membership.visibility { fields[$0] }
      try Membership.show(id, to: visibility, by: visit.viewer, writer: writer)
      return .redirect(MemberPath.members.location(id), saying: "Saved.")
    }
    registerLeaving(in: &routes)
    registerGuests(in: &routes)
    registerOfficers(in: &routes)
  }

  private func registerLeaving(in routes: inout Routes) {
    routes.form(MemberPath.leave, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard frame.belonging.membership != nil else { throw Absent() }
      let days = frame.organization.forgetDays
      return frame.page(
        below: "Leave",
        subtitle: "At once nobody sees you as a member. After "
          + "\(Figures.counted(days, "day", "days")) it is forgotten that you were one."
      ) {
        if frame.belonging.isOfficer {
          NoticeBox.of(.info, "You stay an officer until you step down.")
        }
        p {
          """
          What you wrote and the hours you gave stay without your name. You can join again \
          whenever you like.
          """
        }
        Form.of(visit, MemberPath.leave.location(id), state) {
          Form.acts("Leave", cancel: MemberPath.members.location(id))
        }
      }
    } change: { visit, id, _, writer in
      try Membership.leave(id, by: visit.viewer, writer: writer)
      return .redirect(
        MemberPath.own.location(), saying: "You have left. From now on nobody sees you there.")
    }
  }

  private func registerGuests(in routes: inout Routes) {
    routes.form(MemberPath.addGuest, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard frame.runs else { throw Absent() }
      return frame.page(
        below: "Let a guest in",
        subtitle: "A guest reads what members write, and is no member. Members see who reads."
      ) {
        Form.of(visit, MemberPath.addGuest.location(id), state) {
          GrantFields.person(state)
          Field(Guest.Field.why, "Why", seenBy: "members and officers").text(state)
          Form.acts("Let them in", cancel: MemberPath.members.location(id))
        }
      }
    } change: { visit, id, fields, writer in
      guard try Officership.runs(id, visit.viewer, reader: writer) else { throw Absent() }
      let person = try PersonPick.find(
        fields[PersonPick.field], viewer: visit.viewer, reader: writer)
      try Mending.refusals {
        try Guest.letIn(
          person, to: id, because: fields[Guest.Field.why], by: visit.viewer,
          writer: (visit.world, writer))
      }
      return .redirect(MemberPath.members.location(id), saying: "They may read now.")
    }
    routes.button(MemberPath.endGuest, .signedIn) { visit, id, _, writer in
      try Guest.end(id, by: visit.viewer, writer: writer)
      return .redirect(OrganizationPath.list.location(), saying: "The access is ended.")
    }
  }

  /// The list as the reader sees it, page by page.
  private static func roster(
    of id: OrganizationID, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    let organization = try Organization.find(id, viewer: visit.viewer, reader: reader)
    var table = CSVWriter(byteOrderMark: true)
    table.write(visit.words(["Name", "As", "{Program}"]))
    var place = ListPlace.start
    while true {
      let page = try Membership.roster(
        of: organization, at: place, viewer: visit.viewer, reader: reader)
      for line in page.entries {
        table.write([
          line.name, MemberWords.capacity(line.capacity, visit.words), line.programName ?? "",
        ])
      }
      guard let next = page.next else { break }
      place = .after(next)
    }
    return Download(
      fileName: "members-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
