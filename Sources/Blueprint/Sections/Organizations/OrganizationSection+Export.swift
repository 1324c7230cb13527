import Councils
import Kernel
import Roster

extension OrganizationSection {
  private typealias Key = OrganizationEntry.Key

  /// Writes the organizations at work; closed ones are history.
  static func export(from planning: Planning, to file: inout YAMLText) throws {
    let kept = try KeptOrganization.all(planning)
    guard !kept.isEmpty else { return }
    file.section(key) { file in
      for organization in kept {
        file.entry { file in write(organization, to: &file) }
      }
    }
  }

  private static func write(_ organization: KeptOrganization, to file: inout YAMLText) {
    let draft = organization.draft
    file.fact(Key.name, draft.name)
    file.fact(Key.kind, draft.kind.fileWord)
    file.fact(Key.founded, draft.founded)
    file.fact(Key.purpose, draft.purpose)
    file.fact(Key.listing, draft.listing.fileWord)
    file.nested(Key.membership) { file in
      file.fact(Key.joining, draft.joining.fileWord)
      file.list(Key.capacities, draft.capacities.map(\.rawValue))
      file.fact(Key.criteria, organization.charter?.criteria)
      file.fact(Key.forgetDays, draft.forgetDays)
    }
    file.fact(Key.charter, organization.charter?.content)
    if !organization.rules.isEmpty {
      file.nested(Key.seats) { file in
        for rule in organization.rules {
          file.entry { file in write(rule, to: &file) }
        }
      }
    }
    guard !organization.requirements.isEmpty else { return }
    file.nested(Key.requirements) { file in
      for rule in organization.requirements {
        file.entry { file in write(rule, to: &file) }
      }
    }
  }

  private static func write(_ rule: CompositionRule, to file: inout YAMLText) {
    file.fact(RequirementEntry.Key.category, rule.category.fileWord)
    file.fact(RequirementEntry.Key.atLeast, rule.atLeast)
    file.fact(RequirementEntry.Key.source, rule.source)
    file.fact(RequirementEntry.Key.from, rule.effectiveFrom.text)
    file.fact(RequirementEntry.Key.to, rule.effectiveTo?.text)
  }

  private static func write(_ rule: SeatRule, to file: inout YAMLText) {
    file.fact(SeatEntry.Key.title, rule.title)
    file.fact(SeatEntry.Key.kind, rule.kind.fileWord)
    file.fact(SeatEntry.Key.role, rule.role?.fileWord)
    file.fact(SeatEntry.Key.seats, rule.seats)
    file.fact(SeatEntry.Key.years, rule.years)
    file.fact(SeatEntry.Key.alternates, rule.alternates)
    file.fact(SeatEntry.Key.category, rule.category.fileWord)
    file.fact(SeatEntry.Key.votes, rule.votes)
  }
}
