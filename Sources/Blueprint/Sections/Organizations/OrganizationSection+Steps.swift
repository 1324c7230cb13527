import Councils
import Kernel

extension OrganizationSection {
  /// Plans an organization that the database does not have.
  func found(_ entry: OrganizationEntry, _ planning: Planning) {
    guard let draft = entry.draft(over: nil) else { return }
    let charter = entry.charterDraft(over: nil)
    let seats = entry.seats.compactMap { $0.draft(over: nil) }
    let requirements = RequirementChanges(entry.requirements, over: [])
    let facts =
      OrganizationFacts(draft, charter).all.dropFirst().compactMap { fact in
        fact.value.map { PlanChange.Fact(fact.key, to: $0) }
      } + seats.map { PlanChange.Fact(Self.seatKey($0.title), to: $0.words) }
      + requirements.facts
    planning.add(change(.add, entry, facts), at: entry.name.spot) { applying in
      let id = try Organization.found(
        draft, by: applying.viewer, in: applying.world, to: applying.writer)
      try Self.keep(charter, of: id, applying)
      for seat in seats {
        try SeatRule.add(
          seat, to: id, by: applying.viewer, in: applying.world, writer: applying.writer)
      }
      try requirements.apply(to: id, applying)
    }
  }

  /// Plans what is otherwise in the file than in the database.
  func change(_ kept: KeptOrganization, _ entry: OrganizationEntry, _ planning: Planning) {
    guard let draft = entry.draft(over: kept) else { return }
    let charter = entry.charterDraft(over: kept)
    let seats: [(rule: SeatRule?, draft: SeatRuleDraft)] = entry.seats.compactMap { seat in
      let rule = kept.rule(seat.key)
      return seat.draft(over: rule).map { (rule, $0) }
    }.filter { seat in seat.rule.map(SeatRuleDraft.init) != seat.draft }
    let requirements = RequirementChanges(entry.requirements, over: kept.requirements)
    let before = OrganizationFacts(kept.draft, kept.charter)
    let facts =
      before.changes(to: OrganizationFacts(draft, charter))
      + seats.map { seat in
        PlanChange.Fact(
          Self.seatKey(seat.draft.title), from: seat.rule.map { SeatRuleDraft($0).words },
          to: seat.draft.words)
      } + requirements.facts
    guard !facts.isEmpty else { return }
    planning.add(change(.change, entry, facts), at: entry.name.spot) { applying in
      try Organization.edit(kept.id, draft, by: applying.viewer, to: applying.writer)
      if charter != kept.charter { try Self.keep(charter, of: kept.id, applying) }
      for seat in seats { try Self.keep(seat.rule, seat.draft, of: kept.id, applying) }
      try requirements.apply(to: kept.id, applying)
    }
  }

  private static func keep(
    _ charter: CharterDraft?, of id: OrganizationID, _ applying: Applying
  ) throws {
    guard let charter else { return }
    try Charter.keep(
      charter, of: id, by: applying.viewer, in: applying.world, to: applying.writer)
  }

  private static func keep(
    _ rule: SeatRule?, _ draft: SeatRuleDraft, of id: OrganizationID, _ applying: Applying
  ) throws {
    if let rule {
      try SeatRule.edit(rule.id, draft, by: applying.viewer, writer: applying.writer)
    } else {
      try SeatRule.add(
        draft, to: id, by: applying.viewer, in: applying.world, writer: applying.writer)
    }
  }

  private func change(
    _ act: PlanChange.Act, _ entry: OrganizationEntry, _ facts: [PlanChange.Fact]
  ) -> PlanChange {
    PlanChange(heading: "Organizations", act: act, name: entry.name.value, facts: facts)
  }

  private static func seatKey(_ title: String) -> String {
    "\(OrganizationEntry.Key.seats), \(title)"
  }
}
