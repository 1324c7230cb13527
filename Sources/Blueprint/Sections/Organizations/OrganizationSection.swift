import Councils
import Kernel

/// The organizations with their purpose, membership, charter and seats.
struct OrganizationSection: BlueprintSection {
  static let key = "organizations"

  private let entries: [OrganizationEntry]

  init(_ found: Found?) {
    var seen: [String: Int] = [:]
    entries = (found?.items() ?? []).compactMap { item in
      guard let entry = OrganizationEntry(item) else { return nil }
      if let line = seen[entry.key] {
        item.complain("This organization stands in line \(line) already. Keep one of the two.")
        return nil
      }
      seen[entry.key] = entry.name.spot.line
      return entry
    }
  }

  func plan(_ planning: Planning) throws {
    let kept = try KeptOrganization.all(planning)
    let known = Dictionary(kept.map { ($0.key, $0) }) { first, _ in first }
    let rules = try entries.isEmpty ? [] : planning.wordingRules()
    for entry in entries {
      let before = planning.problems.count
      entry.check(known[entry.key], planning)
      entry.checkWording(over: known[entry.key], by: rules, planning)
      guard planning.problems.count == before else { continue }
      if let kept = known[entry.key] {
        change(kept, entry, planning)
      } else {
        found(entry, planning)
      }
    }
    let said = Set(entries.map(\.key))
    planning.leave(
      kept.count { !said.contains($0.key) }, "organization", "organizations")
    planning.leave(seatsLeft(known), "seat rule", "seat rules")
    planning.leave(requirementsLeft(known), "requirement", "requirements")
  }

  private func requirementsLeft(_ known: [String: KeptOrganization]) -> Int {
    entries.map { entry in
      let said = Set(entry.requirements.map(\.draft.category))
      return known[entry.key]?.requirements.count { !said.contains($0.category) } ?? 0
    }.reduce(0, +)
  }

  private func seatsLeft(_ known: [String: KeptOrganization]) -> Int {
    entries.map { entry in
      let said = Set(entry.seats.map(\.key))
      return known[entry.key]?.rules.count { !said.contains(FoldedText.key($0.title)) } ?? 0
    }.reduce(0, +)
  }
}
