import Kernel
import Roster

extension ProgramSection {
  /// Plans a program that the database does not have.
  func add(_ entry: ProgramEntry, _ planning: Planning) {
    let facts = [
      entry.department.map { PlanChange.Fact(ProgramEntry.Key.department, to: $0.value) },
      entry.sponsor.map { PlanChange.Fact(ProgramEntry.Key.sponsor, to: $0.value) },
      entry.accreditationNumber.map {
        PlanChange.Fact(ProgramEntry.Key.accreditationNumber, to: $0.value)
      },
      Self.fact(adding: entry.sites.map(\.value), to: []),
    ].compactMap { $0 }
    planning.add(change(.add, entry, facts), at: entry.name.spot) { applying in
      let draft = ProgramDraft(
        name: entry.name.value, accreditationNumber: entry.accreditationNumber?.value,
        department: try applying.id(entry.department?.value ?? "", as: .department))
      let id = try Program.add(
        draft, sponsor: try applying.id(entry.sponsor?.value ?? "", as: .sponsor),
        by: applying.viewer, in: applying.world, to: applying.writer)
      applying.added(entry.name.value, id: id.text, as: .program)
      try Self.add(entry.sites.map(\.value), to: id, applying)
    }
  }

  /// Plans what is otherwise in the file than in the database.
  /// - Parameter makingWay: whether its number goes to another program.
  func change(
    _ kept: KeptProgram, _ entry: ProgramEntry, _ planning: Planning, makingWay: Bool
  ) {
    let known = Set(kept.sites.map(FoldedText.key))
    let sites = entry.sites.map(\.value).filter { !known.contains(FoldedText.key($0)) }
    let facts = [
      Self.fact(ProgramEntry.Key.name, kept.name, entry.name) { $0 },
      Self.fact(ProgramEntry.Key.department, kept.department, entry.department),
      Self.fact(ProgramEntry.Key.sponsor, kept.sponsor, entry.sponsor),
      Self.fact(
        ProgramEntry.Key.accreditationNumber, kept.accreditationNumber, entry.accreditationNumber
      ) { $0 },
      Self.fact(adding: sites, to: kept.sites),
    ].compactMap { $0 }
    guard !facts.isEmpty else { return }
    let isRenumbered = facts.contains { $0.key == ProgramEntry.Key.accreditationNumber }
    if makingWay, isRenumbered { makeWay(kept, entry, planning) }
    planning.add(change(.change, entry, facts), at: entry.name.spot) { applying in
      var draft = try Self.draft(kept, applying)
      draft.name = entry.name.value
      if let number = entry.accreditationNumber { draft.accreditationNumber = number.value }
      if let department = entry.department {
        draft.department = try applying.id(department.value, as: .department)
      }
      try Program.edit(kept.id, draft, by: applying.viewer, to: applying.writer)
      if let sponsor = entry.sponsor {
        try Program.changeSponsor(
          of: kept.id, to: try applying.id(sponsor.value, as: .sponsor), by: applying.viewer,
          writer: applying.writer)
      }
      try Self.add(sites, to: kept.id, applying)
    }
  }

  /// Two programs that exchange their numbers: for a moment one has none.
  private func makeWay(_ kept: KeptProgram, _ entry: ProgramEntry, _ planning: Planning) {
    planning.addFirst(at: entry.name.spot) { applying in
      var draft = try Self.draft(kept, applying)
      draft.accreditationNumber = nil
      try Program.edit(kept.id, draft, by: applying.viewer, to: applying.writer)
    }
  }

  /// The program as it stands.
  private static func draft(_ kept: KeptProgram, _ applying: Applying) throws -> ProgramDraft {
    ProgramDraft(
      name: kept.name, accreditationNumber: kept.accreditationNumber,
      department: try applying.id(kept.department, as: .department),
      directorAddress: kept.directorAddress, finalLevel: kept.finalLevel)
  }

  private static func add(
    _ sites: [String], to program: ProgramID, _ applying: Applying
  ) throws {
    for site in sites {
      try ProgramSite.add(
        try applying.id(site, as: .site), to: program, for: Term(from: applying.viewer.today),
        by: applying.viewer, writer: applying.writer)
    }
  }

  private func change(
    _ act: PlanChange.Act, _ entry: ProgramEntry, _ facts: [PlanChange.Fact]
  ) -> PlanChange {
    PlanChange(heading: "{Programs}", act: act, name: entry.name.value, facts: facts)
  }

  /// A fact that differs; names of other things differ only where their keys do.
  private static func fact(
    _ key: String, _ before: String?, _ after: Located<String>?,
    by sameness: (String) -> String = FoldedText.key
  ) -> PlanChange.Fact? {
    guard let after, before.map(sameness) != sameness(after.value) else { return nil }
    return PlanChange.Fact(key, from: before, to: after.value)
  }

  private static func fact(adding sites: [String], to kept: [String]) -> PlanChange.Fact? {
    guard !sites.isEmpty else { return nil }
    let key = kept.isEmpty ? ProgramEntry.Key.sites : "\(ProgramEntry.Key.sites), in addition"
    return PlanChange.Fact(key, to: sites.joined(separator: ", "))
  }
}
