import Accounts
import HTML
import Kernel
import Roster
import SQLStore

extension PeoplePart {
  /// The personnel record, and who opened one's own.
  ///
  /// Reading someone else's is a change: it is recorded. So it is asked for by a button.
  func registerRecord(in routes: inout Routes) {
    routes.form(PeoplePath.record, .signedIn) { visit, person, _, reader in
      let frame = try PersonFrame(person, visit, reader)
      guard frame.profile.mayOpenRecord else { throw Absent() }
      let page = RecordPage(frame: frame)
      guard frame.isOwn else { return page.gate }
      return page.opened(try PersonnelRecord.own(viewer: visit.viewer, reader: reader))
    } change: { visit, person, _, writer in
      let frame = try PersonFrame(person, visit, writer)
      let record = try PersonnelRecord.open(
        person, viewer: visit.viewer, in: visit.world, to: writer)
      return .page(RecordPage(frame: frame).opened(record))
    }
    routes.page(PeoplePath.reads, .signedIn) { visit, _, reader in
      let listed = try RecordRead.list(
        ofMine: visit.viewer, after: visit.query["after"], reader: reader)
      return .page(RecordReadsPage(visit: visit, listed: listed).page)
    }
  }

  /// Adding, editing, deactivating and reactivating people.
  func registerKeeping(in routes: inout Routes) {
    routes.form(PeoplePath.add, .rosterKeeper) { visit, _, state, _ in
      Page(
        "Add a person", in: .people, under: [.init("People", PeoplePath.people.location())]
      ) {
        PersonForm(
          visit: visit,
          state: PersonForm.filled(
            state, [(PersonDraft.Field.address, visit.query[PersonDraft.Field.address])]),
          action: PeoplePath.add.location(),
          cancel: PeoplePath.people.location()
        ).markup
      }
    } change: { visit, _, fields, writer in
      let draft = try PersonDraft { fields[$0] }
      let person = try Person.add(draft, by: visit.viewer, in: visit.world, to: writer)
      return draft.capacity == .trainee
        ? .redirect(
          AppointmentPath.add.location(person),
          saying: "\(draft.name.display) is added. Now say where the training happens.")
        : .redirect(PeoplePath.person.location(person), saying: "\(draft.name.display) is added.")
    }
    routes.form(PeoplePath.edit, .rosterKeeper) { visit, person, state, reader in
      let frame = try PersonFrame(person, visit, reader)
      let state = try PersonForm.filled(
        state,
        PersonDraft(try Person.toEdit(person, viewer: visit.viewer, reader: reader)).fields)
      return frame.page(below: "Edit") {
        PersonForm(
          visit: visit, state: state, action: PeoplePath.edit.location(person),
          cancel: PeoplePath.person.location(person)
        ).markup
      }
    } change: { visit, person, fields, writer in
      let draft = try PersonDraft { fields[$0] }
      try Person.edit(person, draft, by: visit.viewer, to: writer)
      return .redirect(PeoplePath.person.location(person), saying: "Saved.")
    }
    registerDeactivation(in: &routes)
  }

  private func registerDeactivation(in routes: inout Routes) {
    routes.form(PeoplePath.deactivate, .rosterKeeper) { visit, person, state, reader in
      let frame = try PersonFrame(person, visit, reader)
      return frame.page(below: "Deactivate") {
        p {
          "From now on this person cannot sign in, and is listed as having left. Roles and "
            + "appointments stay as they are, so that it can be taken back."
        }
        Form.of(visit, PeoplePath.deactivate.location(person), state) {
          div(.class("acts")) {
            button(.class("btn danger")) { "Deactivate" }
            a(.class("btn quiet"), .href(PeoplePath.person.location(person))) { "Cancel" }
          }
        }
      }
    } change: { visit, person, _, writer in
      try Mending.refusals(of: []) {
        try Person.deactivate(person, by: visit.viewer, to: writer)
      }
      try SeatTurn.follow(visit, writer)
      try Session.endAll(of: person, at: visit.viewer.now, to: writer)
      return .redirect(
        PeoplePath.person.location(person), saying: "Deactivated. You can take it back here.")
    }
    routes.button(PeoplePath.reactivate, .rosterKeeper) { visit, person, _, writer in
      try Person.reactivate(person, by: visit.viewer, to: writer)
      return .redirect(PeoplePath.person.location(person), saying: "Reactivated.")
    }
  }
}
