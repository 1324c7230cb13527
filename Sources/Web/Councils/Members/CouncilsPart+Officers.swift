import Councils
import HTML
import Kernel
import Roster
import SQLStore

extension CouncilsPart {
  /// Asking someone to be an officer, accepting, declining, stepping down.
  func registerOfficers(in routes: inout Routes) {
    routes.form(MemberPath.askOfficer, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard frame.runs else { throw Absent() }
      return Self.asking(frame, state)
    } change: { visit, id, fields, writer in
      guard try Officership.runs(id, visit.viewer, reader: writer) else { throw Absent() }
      let person = try PersonPick.find(
        fields[PersonPick.field], viewer: visit.viewer, reader: writer)
      let draft = try OfficerDraft(person: person, today: visit.viewer.today) { fields[$0] }
      try Mending.refusals {
        try Officer.ask(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(
        MemberPath.members.location(id), saying: "They are asked. It counts once they accept.")
    }
    routes.button(MemberPath.acceptOffice, .signedIn) { visit, id, _, writer in
      try Officer.accept(id, by: visit.viewer, writer: writer)
      return .redirect(MemberPath.own.location(), saying: "Thank you. You are an officer.")
    }
    routes.button(MemberPath.declineOffice, .signedIn) { visit, id, _, writer in
      try Officer.decline(id, by: visit.viewer, writer: writer)
      return .redirect(MemberPath.own.location(), saying: "Declined. Nothing of it is kept.")
    }
    routes.button(MemberPath.endOffice, .signedIn) { visit, id, _, writer in
      try Officer.end(id, by: visit.viewer, writer: writer)
      return .redirect(MemberPath.own.location(), saying: "It is ended.")
    }
  }

  private static func asking(_ frame: OrganizationFrame, _ state: FormState) -> Page {
    let seenBy = "those who run it, until they accept; then everyone who finds the organization"
    return frame.page(
      below: "Ask an officer", subtitle: "It counts, and others read of it, once they accept."
    ) {
      Form.of(frame.visit, MemberPath.askOfficer.location(frame.id), state) {
        Field(
          PersonPick.field, "Person", seenBy: seenBy,
          hint: frame.visit.viewer.mayKeepOrganizations
            ? "A name or a mail address." : "A member whom you see in the list, or someone seated."
        ).text(state, type: "text", .named("autocomplete", "off"))
        Field(OfficerDraft.Field.title, "Title", seenBy: seenBy).text(state)
        Field(
          OfficerDraft.Field.startsOn, "First day", seenBy: seenBy, hint: "Without one, today.",
          isOptional: true
        ).text(state, type: "date")
        Field(OfficerDraft.Field.endsOn, "Last day", seenBy: seenBy, isOptional: true)
          .text(state, type: "date")
        Form.acts("Ask them", cancel: MemberPath.members.location(frame.id))
      }
    }
  }

  /// Offices that the person who asks is asked to take.
  func officeItems(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try OwnOffice.all(viewer: visit.viewer, reader: reader).filter(\.isOffer).map { offer in
      HomeItem(
        .due, "Will you be \(offer.officer.title) of \(offer.organizationName)?",
        why: "You are asked to be an officer. Others read of it only if you accept.",
        MemberPath.own.location())
    }
  }
}
