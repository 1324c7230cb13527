import Kernel
import Roster

/// The programs with department, sponsor of record, accreditation number and contributing sites.
struct ProgramSection: BlueprintSection {
  static let key = "programs"

  let entries: [ProgramEntry]

  init(_ found: Found?) {
    var seen: [String: Int] = [:]
    entries = (found?.items() ?? []).compactMap { item in
      guard let entry = ProgramEntry(item) else { return nil }
      if let line = seen[entry.placeKey] {
        item.complain("This {program} stands in line \(line) already. Keep one of the two.")
        return nil
      }
      seen[entry.placeKey] = entry.name.spot.line
      return entry
    }
  }

  func plan(_ planning: Planning) throws {
    let kept = try KeptProgram.all(planning)
    for program in kept { planning.names.note(program.name, id: program.id.text, as: .program) }
    for entry in entries { planning.names.note(entry.name.value, as: .program) }
    var pairs = ProgramPairs(kept, for: entries)
    let known = entries.map { pairs.take($0) }
    let numbers = ProgramNumbers(entries, known, kept)
    numbers.check(planning)
    for (entry, kept) in zip(entries, known) where check(entry, kept, planning) {
      if let kept {
        change(kept, entry, planning, makingWay: numbers.mustMakeWay(kept))
      } else {
        add(entry, planning)
      }
    }
    let left = pairs.left.filter { $0.isOpen(on: planning.today) }
    planning.leave(left.count, "{program}", "{programs}")
    leaveSites(known, planning)
  }

  private func leaveSites(_ known: [KeptProgram?], _ planning: Planning) {
    let count = zip(entries, known).map { entry, kept in
      let said = Set(entry.sites.map { FoldedText.key($0.value) })
      return kept?.sites.count { !said.contains(FoldedText.key($0)) } ?? 0
    }.reduce(0, +)
    planning.leave(count, "contributing {site}", "contributing {sites}")
  }

  /// Whether what the entry refers to is there, and the program open.
  private func check(
    _ entry: ProgramEntry, _ kept: KeptProgram?, _ planning: Planning
  ) -> Bool {
    let before = planning.problems.count
    if let department = entry.department { planning.expect(department, as: .department) }
    if let sponsor = entry.sponsor { planning.expect(sponsor, as: .sponsor) }
    for site in entry.sites { planning.expect(site, as: .site) }
    if kept == nil {
      let key = ProgramEntry.Key.department
      if !entry.given.contains(key) {
        planning.complain(
          "Say which {department} it belongs to, with the key “\(key)”.", at: entry.name.spot)
      }
      if !entry.given.contains(ProgramEntry.Key.sponsor) {
        planning.complain(
          "Say who answers for it, with the key “sponsor”.", at: entry.name.spot)
      }
    }
    if let kept, let closedOn = kept.closedOn, !kept.isOpen(on: planning.today) {
      planning.complain(
        "This {program} is closed since \(closedOn.text). Open it again in the pages, or leave "
          + "it out.", at: entry.name.spot)
    }
    return planning.problems.count == before
  }
}
