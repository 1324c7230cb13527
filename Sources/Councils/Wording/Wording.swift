import Kernel

/// Reads a text for wording that makes a protected trait a condition: rules in, findings out.
package struct Wording: Sendable {
  /// What is read: criteria say who may join in every sentence, a charter only in some.
  package enum Passage: Sendable {
    case criteria, charter
  }

  private let traits: [WordingPattern]
  private let conditions: [WordingPattern]
  private let mentions: [WordingPattern]
  private let invitations: [WordingPattern]
  private let inclusions: [WordingPattern]

  /// - Parameter rules: those that hold on the day.
  package init(_ rules: [WordingRule]) {
    func patterns(_ kind: WordingRule.Kind) -> [WordingPattern] {
      rules.filter { $0.kind == kind }
        .flatMap { rule in rule.phrases.map { WordingPattern($0, of: rule) } }
        .sorted { $0.elements.count > $1.elements.count }
    }
    traits = patterns(.trait)
    conditions = patterns(.condition)
    mentions = patterns(.mention)
    invitations = patterns(.invitation)
    inclusions = patterns(.inclusion)
  }

  /// What is to be questioned in a text, in the order of its words.
  package func findings(in text: String, _ passage: Passage) -> [WordingFinding] {
    let clauses = WordingClause.all(in: text)
    // An invitation anywhere lets the community be named everywhere else.
    let invitesAll = clauses.contains(where: invites)
    return clauses.flatMap { clause -> [WordingFinding] in
      guard !includes(clause) else { return [] }
      let isAsked = !invitesAll && (passage == .criteria || clause.speaksOfJoining)
      let asked = mentions.filter { passage == .criteria || $0.elements.first != .start }
      return found(conditions + (isAsked ? asked : []), in: clause, of: text)
    }
  }

  /// Whether a clause takes in those beside the group that it names.
  private func includes(_ clause: WordingClause) -> Bool {
    let matcher = WordingMatcher(clause: clause, traits: traits)
    return clause.words.indices.contains { start in
      inclusions.contains { matcher.match($0, at: start) != nil }
    }
  }

  /// Whether a clause invites everybody, and not everybody of a group.
  private func invites(_ clause: WordingClause) -> Bool {
    let matcher = WordingMatcher(clause: clause, traits: traits)
    return clause.words.indices.contains { start in
      invitations.contains { pattern in
        guard let match = matcher.match(pattern, at: start) else { return false }
        return !pattern.endsOpen || matcher.trait(behind: match.end) == nil
      }
    }
  }

  /// At each place the longest phrase, and no words twice.
  private func found(
    _ patterns: [WordingPattern], in clause: WordingClause, of text: String
  ) -> [WordingFinding] {
    let matcher = WordingMatcher(clause: clause, traits: traits)
    var findings: [WordingFinding] = []
    var behind = 0
    for start in clause.words.indices where start >= behind {
      let matches = patterns.compactMap { pattern in
        matcher.match(pattern, at: start).map { (pattern, $0) }
      }
      guard let (pattern, match) = matches.max(by: { $0.1.end < $1.1.end }),
        let trait = match.trait, pattern.negates || !clause.isDenied(before: start)
      else { continue }
      findings.append(
        WordingFinding(
          trait: trait.rule.title, rule: pattern.rule.id,
          words: clause.written(start..<match.end, of: text),
          position: clause.position(of: start..<match.end), why: pattern.rule.why,
          suggestion: pattern.rule.suggestion, source: trait.rule.source))
      behind = match.end
    }
    return findings
  }
}
