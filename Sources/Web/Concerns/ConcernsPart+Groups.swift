import Concerns
import HTML
import Kernel
import Roster
import SQLStore

extension ConcernsPart {
  /// Handling groups and who is in them.
  func registerGroups(in routes: inout Routes) {
    routes.page(ConcernPath.group, .signedIn) { visit, id, reader in
      .page(try GroupPage(id, visit, reader).page)
    }
    routes.form(ConcernPath.found, .rosterKeeper) { visit, _, state, reader in
      try GroupForm(nil, visit, state, reader).page
    } change: { visit, _, fields, writer in
      let group = try HandlingGroup.found(
        try HandlingGroup.Draft { fields[$0] }, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        ConcernPath.group.location(group), saying: "Founded. Now name who reads.")
    }
    routes.form(ConcernPath.change, .rosterKeeper) { visit, id, state, reader in
      try GroupForm(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      try HandlingGroup.change(
        id, to: try HandlingGroup.Draft { fields[$0] }, by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.group.location(id), saying: "Changed.")
    }
    registerNaming(in: &routes)
    registerSheets(in: &routes)
  }

  private func registerNaming(in routes: inout Routes) {
    routes.form(ConcernPath.name, .signedIn) { visit, id, state, reader in
      try Self.naming(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      let person = try PersonPick.find(
        fields[PersonPick.field], viewer: visit.viewer, reader: writer)
      let draft = try Responder.Draft(person: person) { fields[$0] }
      try Mending.refusals {
        try Responder.name(
          draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(
        ConcernPath.group.location(id), saying: "Named. They are told to make their reading key.")
    }
    routes.button(ConcernPath.end, .signedIn) { visit, id, _, writer in
      try Responder.end(id, by: visit.viewer, writer: writer)
      return .redirect(
        ConcernPath.start.location(), saying: "Ended. They open nothing of the group any more.")
    }
    routes.button(ConcernPath.letRead, .signedIn) { visit, id, fields, writer in
      guard let person = PersonID(given: fields["person"]) else { throw Absent() }
      guard let key = try visit.unlockedKey(writer) else { throw ConcernRefusal.locked }
      try KeySharing(of: id, from: key, in: visit.world)
        .letRead(person, by: visit.viewer, writer: writer)
      return .redirect(
        ConcernPath.desk.location(), saying: "They can read what is not in conflict with them.")
    }
  }

  private static func naming(
    _ id: ID<HandlingGroup>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let group = try HandlingGroup.find(id, viewer: visit.viewer, reader: reader)
    guard try group.mayName(visit.viewer, reader: reader) else { throw Absent() }
    return Page(
      "Name someone to read concerns", in: .concerns, under: ConcernPath.crumbs,
      subtitle: group.name
    ) {
      Form.of(visit, ConcernPath.name.location(id), state) {
        Field(
          PersonPick.field, "Person", seenBy: "everyone, before they write",
          hint: "A name or a mail address."
        ).text(state, .named("autocomplete", "off"))
        Field(
          Responder.Field.title, "As what", seenBy: "everyone, before they write",
          hint: "Such as “Chair of the resident council”."
        ).text(state)
        Form.acts("Name them", cancel: ConcernPath.group.location(id))
      }
    }
  }

  private func registerSheets(in routes: inout Routes) {
    routes.button(ConcernPath.sheet, .signedIn) { visit, id, _, writer in
      guard let key = try visit.unlockedKey(writer) else { throw ConcernRefusal.locked }
      return .page(
        SheetPage(
          visit: visit,
          group: try HandlingGroup.find(id, viewer: visit.viewer, reader: writer),
          sheet: try RecoverySheet.draw(
            for: id, by: visit.viewer, with: key, in: visit.world, writer: writer)
        ).page)
    }
    routes.act(ConcernPath.useSheet, .signedIn) { visit, id, state, reader in
      try Self.usingSheet(id, visit, state, reader)
    } act: { visit, id, incoming in
      let count = try await RecoverySheet.use(
        typed: incoming.fields[RecoverySheet.field], for: id, by: visit.viewer, in: visit.world,
        incoming.site.store)
      return .redirect(
        ConcernPath.desk.location(),
        saying: "You can read \(Figures.counted(count, "more concern", "more concerns")).")
    }
  }

  private static func usingSheet(
    _ id: ID<HandlingGroup>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let group = try HandlingGroup.find(id, viewer: visit.viewer, reader: reader)
    guard try Responder.handles(visit.viewer.person, in: id, reader: reader) else {
      throw Absent()
    }
    return Page(
      "Use the recovery sheet", in: .concerns, under: ConcernPath.crumbs, subtitle: group.name
    ) {
      Form.of(visit, ConcernPath.useSheet.location(id), state) {
        Field(
          RecoverySheet.field, "The code on the sheet",
          hint: "It lets you read what is there and not in conflict with you. It is noted."
        ).text(state, .named("autocomplete", "off"))
        Form.acts("Let me read", cancel: ConcernPath.group.location(id))
      }
    }
  }
}
