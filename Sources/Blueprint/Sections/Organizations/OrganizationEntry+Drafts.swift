import Councils
import Kernel
import Roster

extension OrganizationEntry {
  /// The organization as it will be.
  /// - Returns: nil where a new one lacks what it must say, which ``check(_:_:)`` tells.
  func draft(over kept: KeptOrganization?) -> OrganizationDraft? {
    guard let kind = kind?.value ?? kept?.draft.kind,
      let purpose = purpose?.value ?? kept?.draft.purpose
    else { return nil }
    let before =
      kept?.draft ?? OrganizationDraft(name: name.value, kind: kind, purpose: purpose)
    return OrganizationDraft(
      name: name.value, kind: kind, purpose: purpose, founded: founded?.value ?? before.founded,
      listing: listing?.value ?? before.listing, joining: joining?.value ?? before.joining,
      capacities: capacities.map { said in
        Capacity.allCases.filter { capacity in said.contains { $0.value == capacity } }
      } ?? before.capacities,
      forgetDays: forgetDays?.value ?? before.forgetDays)
  }

  /// The charter as it will be; nil where there is none.
  func charterDraft(over kept: KeptOrganization?) -> CharterDraft? {
    guard let content = charter?.value ?? kept?.charter?.content,
      let criteria = criteria?.value ?? kept?.charter?.criteria
    else { return nil }
    return CharterDraft(content: content, criteria: criteria)
  }

  /// Notes what cannot be.
  func check(_ kept: KeptOrganization?, _ planning: Planning) {
    if kept == nil, !given.contains(Key.kind) {
      planning.complain("Say what it is, with the key “\(Key.kind)”.", at: name.spot)
    }
    if kept == nil, !given.contains(Key.purpose) {
      planning.complain("Say what it is for, with the key “\(Key.purpose)”.", at: name.spot)
    }
    if let founded, founded.value > planning.today.parts.year {
      planning.complain("This year is still to come. Correct it.", at: founded.spot)
    }
    if let draft = draft(over: kept) { checkJoining(draft, planning) }
    checkCharter(kept, planning)
    for seat in seats { seat.check(kept?.rule(seat.key), planning) }
    RequirementChanges.check(requirements, over: kept?.requirements ?? [], planning)
  }

  private func checkJoining(_ draft: OrganizationDraft, _ planning: Planning) {
    if draft.joining == .open, draft.capacities.isEmpty, capacities?.isEmpty != false {
      planning.complain(
        "Say as what one may join, such as “capacities: [\(Capacity.trainee.rawValue)]”.",
        at: joining?.spot ?? name.spot)
    }
    if draft.joining == .seats, let capacity = capacities?.first {
      planning.complain(
        "People belong to it by a seat alone. Leave the capacities out, or let joining be open.",
        at: capacity.spot)
    }
  }

  /// A charter's text and its criteria are published together.
  private func checkCharter(_ kept: KeptOrganization?, _ planning: Planning) {
    guard charterDraft(over: kept) == nil else { return }
    if let charter, !given.contains(Key.criteria) {
      planning.complain(
        "A charter says who may join: add “criteria” below “membership”, such as “Open to all "
          + "who support the purpose.”", at: charter.spot)
    }
    if let criteria, !given.contains(Key.charter) {
      planning.complain(
        "Criteria are a part of the charter: add its text with the key “\(Key.charter)”.",
        at: criteria.spot)
    }
  }
}
