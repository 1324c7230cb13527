import Concerns
import HTML
import Kernel
import SQLStore

extension ConcernsPart {
  /// Categories, closed days and other ways.
  func registerRules(in routes: inout Routes) {
    routes.page(ConcernPath.rules, .rosterKeeper) { visit, _, reader in
      .page(try RulesPage(visit, reader).page)
    }
    registerCategories(in: &routes)
    registerClosedDays(in: &routes)
    registerChannels(in: &routes)
    registerPolicy(in: &routes)
    routes.form(ConcernPath.addRoute, .rosterKeeper) { visit, _, state, reader in
      try RouteForm(visit, state, reader).page
    } change: { visit, _, fields, writer in
      try ConcernRoute.keep(by: visit.viewer, in: visit.world, writer: writer) { fields[$0] }
      return .redirect(ConcernPath.rules.location(), saying: "It holds from now on.")
    }
    routes.button(ConcernPath.removeRoute, .rosterKeeper) { visit, id, _, writer in
      try ConcernRoute.remove(id, by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.rules.location(), saying: "Removed.")
    }
  }

  private func registerPolicy(in routes: inout Routes) {
    routes.act(ConcernPath.policy, .rosterKeeper) { visit, _, state, reader in
      try PolicyPage(visit, state, reader).page
    } act: { visit, _, incoming in
      let fields = incoming.fields
      return .page(
        try await incoming.site.store.read { reader in
          let proposed = try ConcernPolicy(reader: reader).changed { fields[$0] }
          return try PolicyPage(
            visit, FormState(fields: fields), proposing: proposed, reader
          ).page
        })
    }
    routes.form(ConcernPath.keepPolicy, .rosterKeeper) { visit, _, state, reader in
      try PolicyPage(visit, state, reader).page
    } change: { visit, _, fields, writer in
      try ConcernPolicy(reader: writer).changed { fields[$0] }
        .keep(by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.policy.location(), saying: "It holds from now on.")
    }
    for isHeld in [true, false] {
      routes.form(isHeld ? ConcernPath.holdAll : ConcernPath.releaseAll, .rosterKeeper) {
        visit, _, state, reader in
        try PolicyPage(visit, state, reader).page
      } change: { visit, _, fields, writer in
        try Mending.refusals {
          try ConcernPolicy.hold(
            isHeld, because: fields[ConcernPolicy.Field.because], by: visit.viewer,
            writer: writer)
        }
        return .redirect(
          ConcernPath.policy.location(),
          saying: isHeld ? "Nothing is erased from now on." : "The rule runs again.")
      }
    }
  }

  private func registerCategories(in routes: inout Routes) {
    routes.form(ConcernPath.addCategory, .rosterKeeper) { visit, _, state, _ in
      CategoryForm(visit: visit, state: state, category: nil).page
    } change: { visit, _, fields, writer in
      try ConcernCategory.add(
        try ConcernCategory.Draft { fields[$0] }, by: visit.viewer, in: visit.world,
        writer: writer)
      return .redirect(ConcernPath.rules.location(), saying: "Added.")
    }
    routes.form(ConcernPath.category, .rosterKeeper) { visit, id, state, reader in
      let category = try ConcernCategory.find(id, viewer: visit.viewer, reader: reader)
      return CategoryForm(visit: visit, state: state, category: category).page
    } change: { visit, id, fields, writer in
      try ConcernCategory.change(
        id, to: try ConcernCategory.Draft { fields[$0] }, by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.rules.location(), saying: "Changed.")
    }
    routes.button(ConcernPath.retire, .rosterKeeper) { visit, id, _, writer in
      try ConcernCategory.retire(id, by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.rules.location(), saying: "It cannot be chosen any more.")
    }
  }

  private func registerClosedDays(in routes: inout Routes) {
    routes.form(ConcernPath.addClosedDay, .rosterKeeper) { visit, _, state, _ in
      Page("Add a closed day", in: .concerns, under: ConcernPath.crumbs) {
        Form.of(visit, ConcernPath.addClosedDay.location(), state) {
          Field(ClosedDay.Field.day, "Day").text(state, type: "date")
          Field(ClosedDay.Field.name, "Name", hint: "Such as “Thanksgiving”.").text(state)
          Form.acts("Add", cancel: ConcernPath.rules.location())
        }
      }
    } change: { visit, _, fields, writer in
      try ClosedDay.add(by: visit.viewer, writer: writer) { fields[$0] }
      return .redirect(ConcernPath.rules.location(), saying: "Added.")
    }
    routes.button(ConcernPath.removeClosedDay, .rosterKeeper) { visit, word, _, writer in
      guard let day = Day(text: word.segment) else { throw Absent() }
      try ClosedDay.remove(day, by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.rules.location(), saying: "Removed.")
    }
  }

  private func registerChannels(in routes: inout Routes) {
    routes.form(ConcernPath.addChannel, .rosterKeeper) { visit, _, state, _ in
      Page("Add a way", in: .concerns, under: ConcernPath.crumbs) {
        Form.of(visit, ConcernPath.addChannel.location(), state) {
          Field(OutsideChannel.Field.kind, "What it is for").picks(
            state,
            [
              (
                OutsideChannel.Kind.emergency.rawValue, "To call at once",
                "Where someone may come to harm."
              ),
              (
                OutsideChannel.Kind.outside.rawValue, "Another way",
                "An ombudsperson, a hotline, a board for complaints."
              ),
            ])
          Field(OutsideChannel.Field.name, "Name", seenBy: "everyone").text(state)
          Field(
            OutsideChannel.Field.how, "How", seenBy: "everyone",
            hint: "A number to call, an address, or a sentence."
          ).text(state)
          Form.acts("Add", cancel: ConcernPath.rules.location())
        }
      }
    } change: { visit, _, fields, writer in
      try OutsideChannel.add(by: visit.viewer, in: visit.world, writer: writer) { fields[$0] }
      return .redirect(ConcernPath.rules.location(), saying: "Added.")
    }
    routes.button(ConcernPath.removeChannel, .rosterKeeper) { visit, id, _, writer in
      try OutsideChannel.remove(id, by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.rules.location(), saying: "Removed.")
    }
  }
}
