import Councils
import Elections
import HTML
import Kernel
import Roster
import SQLStore

extension ElectionsPart {
  /// Beginning a draft and changing it.
  func registerSetup(in routes: inout Routes) {
    routes.form(ElectionPath.begin, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard try Election.mayRun(in: id, visit.viewer, reader: reader) else { throw Absent() }
      let form = try ElectionForm(
        of: frame.organization, visit, PersonForm.filled(state, Self.usual),
        action: ElectionPath.begin.location(id),
        cancel: ElectionPath.ofOrganization.location(id), reader: reader)
      return frame.page(
        below: "Set up an election",
        subtitle: "Nobody else sees it before you announce it. Dates can be left for later."
      ) { form.markup }
    } change: { visit, id, fields, writer in
      let draft = try ElectionForm.draft(fields, visit, writer)
      let election = try Mending.refusals {
        try Election.begin(draft, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(
        ElectionPath.election.location(election),
        saying: "The draft is kept. Below you read what is missing.")
    }
    routes.form(ElectionPath.edit, .signedIn) { visit, id, state, reader in
      let frame = try ElectionFrame(id, visit, reader)
      guard frame.runs else { throw Absent() }
      let organization = try Organization.find(
        frame.election.organization, viewer: visit.viewer, reader: reader)
      let filled = try PersonForm.filled(
        state, ElectionForm.fields(of: frame.election, visit, reader))
      let form = try ElectionForm(
        of: organization, visit, filled, action: ElectionPath.edit.location(id),
        cancel: ElectionPath.election.location(id), reader: reader)
      return frame.page(below: "Edit the election", subtitle: frame.election.title) {
        form.markup
      }
    } change: { visit, id, fields, writer in
      let draft = try ElectionForm.draft(fields, visit, writer)
      try Mending.refusals {
        try Election.change(id, draft, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(ElectionPath.election.location(id), saying: "Saved.")
    }
  }

  /// What an empty form begins with.
  private static let usual: [(name: String, value: String)] = [
    (ElectionDraft.Field.seats, "1"), (ElectionDraft.Field.constituency, "institution"),
    (ElectionDraft.Field.method, Election.Method.scottishSTV.rawValue),
    (ElectionDraft.Field.abstaining, ElectionDraft.Field.yes),
  ]

  /// Announcing, opening, and the ends that need no vote.
  func registerSteps(in routes: inout Routes) {
    routes.button(ElectionPath.announce, .signedIn) { visit, id, _, writer in
      try Election.announce(id, by: visit.viewer, writer: writer)
      return .redirect(ElectionPath.election.location(id), saying: "The election is announced.")
    }
    routes.work(ElectionPath.open, .signedIn) { visit, id, incoming in
      let store = incoming.site.store
      // Keys are files, and no transaction takes a file back: whether it can open is asked before.
      let key = try await store.read { reader in
        try Election.refuseUnready(id, for: visit.viewer, reader: reader)
        return try Urn.prepare(for: id, in: visit.world)
      }
      try await store.write { writer in
        try Election.open(id, sealedTo: key, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(
        ElectionPath.election.location(id),
        saying: "Voting is opened. Everybody on the roll is told.")
    }
    routes.button(ElectionPath.discard, .signedIn) { visit, id, _, writer in
      try Election.discard(id, by: visit.viewer, writer: writer)
      return .redirect(ElectionPath.list.location(), saying: "The draft is thrown away.")
    }
    routes.button(ElectionPath.declare, .signedIn) { visit, id, _, writer in
      let obstacles = try Election.declareUncontested(
        id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        ElectionPath.election.location(id),
        saying: (["They are elected, without a vote."] + obstacles).joined(separator: " "))
    }
    routes.act(ElectionPath.callOff, .signedIn) { visit, id, state, reader in
      try CallOffForm(id, visit, state, reader).page
    } act: { visit, id, incoming in
      try await CallOffForm.callOff(id, visit, incoming)
    }
    routes.page(ElectionPath.electorate, .signedIn) { visit, id, reader in
      .page(try ElectoratePage(id, visit, reader).page)
    }
  }
}
