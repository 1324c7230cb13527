import Councils
import Kernel

/// A rule that gives an organization seats, as the file has it; what it does not say is nil.
struct SeatEntry: Sendable {
  let title: Located<String>
  let kind: Located<SeatRule.Kind>?
  let seats: Located<Int>?
  let years: Located<Int>?
  let alternates: Located<Int>?
  let role: Located<Role>?
  let category: Located<SeatCategory>?
  let votes: Located<Bool>?
  /// The keys that it has in the file, also those whose values are wrong.
  let given: Set<String>

  /// The keys, as the file has them.
  enum Key {
    static let title = "title"
    static let kind = "kind"
    static let seats = "seats"
    static let years = "years"
    static let alternates = "alternates"
    static let role = "role"
    static let category = "category"
    static let votes = "votes"

    static let all = [title, kind, seats, years, alternates, role, category, votes]
  }

  /// - Returns: nil, with a problem, unless it has a title.
  init?(_ found: Found) {
    guard let keys = Keys(found, known: Key.all) else { return nil }
    let title = keys.required(
      Key.title, "Write what the seat is called, such as “title: Representative”.")
    self.kind = keys[Key.kind]?.word()
    self.seats = keys[Key.seats]?.number(SeatRule.bounds)
    self.years = keys[Key.years]?.number(SeatRule.yearBounds)
    self.alternates = keys[Key.alternates]?.number(SeatRule.alternateBounds)
    self.role = keys[Key.role]?.word()
    self.category = keys[Key.category]?.word()
    self.votes = keys[Key.votes]?.yesOrNo()
    self.given = keys.given
    guard let line = title?.line(most: 100) else { return nil }
    self.title = line
  }

  /// The title without case and accents: what a rule is known by in its organization.
  var key: String { FoldedText.key(title.value) }

  /// The rule as it will be.
  /// - Parameter kept: the rule as it stands; nil for a new one.
  /// - Returns: nil where a new rule lacks what it must say, which ``check(_:_:)`` tells.
  func draft(over kept: SeatRule?) -> SeatRuleDraft? {
    guard let kind = kind?.value ?? kept?.kind else { return nil }
    var draft = kept.map(SeatRuleDraft.init) ?? SeatRuleDraft(title: title.value, kind: kind)
    draft.title = title.value
    draft.kind = kind
    if let seats { draft.seats = seats.value }
    if let years { draft.years = years.value }
    if let alternates { draft.alternates = alternates.value }
    if let category { draft.category = category.value }
    if let votes { draft.votes = votes.value }
    if let role { draft.role = role.value }
    if kind != .exOfficio { draft.role = nil }
    return draft
  }

  /// Notes what cannot be.
  func check(_ kept: SeatRule?, _ planning: Planning) {
    guard let draft = draft(over: kept) else {
      if !given.contains(Key.kind) {
        planning.complain(
          "Say how the seats are filled, with the key “\(Key.kind)”.", at: title.spot)
      }
      return
    }
    if let kept, kept.kind != draft.kind {
      planning.complain(CouncilRefusal.kindStays.sentence, at: kind?.spot ?? title.spot)
    }
    if draft.kind == .exOfficio, draft.role == nil, !given.contains(Key.role) {
      planning.complain(
        "Say whose role it comes with, with the key “\(Key.role)”.", at: title.spot)
    }
    if let role, draft.kind != .exOfficio {
      planning.complain(
        "Only seats of the kind “ex officio” come with a role. Leave it out.", at: role.spot)
    }
  }
}

extension SeatRuleDraft {
  /// The rule in one line of a plan.
  var words: String {
    var parts = [kind.fileWord]
    if let role { parts.append(role.fileWord) }
    parts.append(seats == 1 ? "1 seat" : "\(seats) seats")
    parts.append(years == 1 ? "1 year" : "\(years) years")
    if alternates > 0 {
      parts.append(alternates == 1 ? "1 alternate" : "\(alternates) alternates")
    }
    if category != .other { parts.append("counts as \(category.fileWord)") }
    parts.append(votes ? "votes" : "does not vote")
    return parts.joined(separator: ", ")
  }
}
