import Councils
import Kernel

/// What a file changes about who must sit in a body.
///
/// A requirement that begins while another of its category stands takes its place: that one ends on
/// the day before, and what it asked for stays answerable.
struct RequirementChanges: Sendable {
  /// The requirements that are new, each with the one that it follows.
  private var new: [(draft: CompositionRuleDraft, after: CompositionRule?)] = []
  /// The requirements that get a last day.
  private var ending: [(rule: CompositionRule, to: Day)] = []

  init(_ entries: [RequirementEntry], over kept: [CompositionRule]) {
    for entry in entries {
      if let rule = kept.first(where: { $0.key == entry.key }) {
        if let to = entry.draft.effectiveTo, to != rule.effectiveTo { ending.append((rule, to)) }
      } else {
        let before = kept.first { rule in
          rule.category == entry.draft.category && rule.effectiveTo == nil
            && rule.effectiveFrom < entry.draft.effectiveFrom
        }
        new.append((entry.draft, before))
      }
    }
  }

  /// Notes what cannot be: what a requirement asks for does not change within its days.
  static func check(
    _ entries: [RequirementEntry], over kept: [CompositionRule], _ planning: Planning
  ) {
    for entry in entries {
      guard let rule = kept.first(where: { $0.key == entry.key }) else { continue }
      if (rule.atLeast, rule.source) != (entry.draft.atLeast, entry.draft.source) {
        planning.complain(
          "The database has this one as: \(rule.draft.words). Give the new one a later first day.",
          at: entry.spot)
      }
    }
  }

  /// What the plan says.
  var facts: [PlanChange.Fact] {
    new.map { item in
      PlanChange.Fact(Self.key(item.draft), from: item.after?.draft.words, to: item.draft.words)
    }
      + ending.map { item in
        var after = item.rule.draft
        after.effectiveTo = item.to
        return PlanChange.Fact(Self.key(after), from: item.rule.draft.words, to: after.words)
      }
  }

  /// Carries them out.
  func apply(to organization: OrganizationID, _ applying: Applying) throws {
    for (rule, to) in ending { try end(rule, after: to, applying) }
    for (draft, before) in new {
      if let before { try end(before, after: draft.effectiveFrom.adding(days: -1), applying) }
      try CompositionRule.add(
        draft, to: organization, by: applying.viewer, in: applying.world, writer: applying.writer)
    }
  }

  private func end(_ rule: CompositionRule, after day: Day, _ applying: Applying) throws {
    _ = try CompositionRule.end(
      rule.id, after: day, by: applying.viewer, writer: applying.writer)
  }

  private static func key(_ draft: CompositionRuleDraft) -> String {
    "\(OrganizationEntry.Key.requirements), \(draft.category.fileWord)"
  }
}

extension CompositionRule {
  /// Category and first day: what no two requirements of an organization share.
  fileprivate var key: String { Self.key(category, effectiveFrom) }
}
