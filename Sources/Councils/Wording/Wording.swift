import Kernel

/// Reads a text for wording that makes a protected trait a condition: rules in, findings out.
package struct Wording: Sendable {
  /// What is read: criteria say who may join in every sentence, a charter only in some.
  package enum Passage: Sendable {
    case criteria, charter
  }

  private let traits: WordingPhrases
  private let conditions: WordingPhrases
  private let mentions: WordingPhrases
  private let invitations: WordingPhrases
  private let inclusions: WordingPhrases

  /// - Parameter rules: those that hold on the day.
  package init(_ rules: [WordingRule]) {
    func phrases(_ kind: WordingRule.Kind) -> WordingPhrases {
      WordingPhrases(
        rules.filter { $0.kind == kind }
          .flatMap { rule in rule.phrases.map { WordingPattern($0, of: rule) } }
          .sorted { $0.elements.count > $1.elements.count })
    }
    traits = phrases(.trait)
    conditions = phrases(.condition)
    mentions = phrases(.mention)
    invitations = phrases(.invitation)
    inclusions = phrases(.inclusion)
  }

  /// What is to be questioned in a text, in the order of its words.
  package func findings(in text: String, _ passage: Passage) -> [WordingFinding] {
    let clauses = WordingClause.all(in: text)
    // An invitation anywhere lets the community be named everywhere else.
    let invitesAll = clauses.contains(where: invites)
    return clauses.flatMap { clause -> [WordingFinding] in
      guard !includes(clause) else { return [] }
      let isAsked = !invitesAll && (passage == .criteria || clause.speaksOfJoining)
      return found(in: clause, of: text) { word in
        let asked = isAsked ? mentions.beginning(with: word) : []
        return conditions.beginning(with: word)
          + asked.filter { passage == .criteria || $0.elements.first != .start }
      }
    }
  }

  /// Whether a clause takes in those beside the group that it names.
  private func includes(_ clause: WordingClause) -> Bool {
    let matcher = WordingMatcher(clause: clause, traits: traits)
    return clause.words.indices.contains { start in
      inclusions.beginning(with: clause.words[start].text)
        .contains { matcher.match($0, at: start) != nil }
    }
  }

  /// Whether a clause invites everybody, and not everybody of a group.
  private func invites(_ clause: WordingClause) -> Bool {
    let matcher = WordingMatcher(clause: clause, traits: traits)
    return clause.words.indices.contains { start in
      invitations.beginning(with: clause.words[start].text).contains { pattern in
        guard let match = matcher.match(pattern, at: start) else { return false }
        return !pattern.endsOpen || matcher.trait(behind: match.end) == nil
      }
    }
  }

  /// At each place the longest of the phrases for its word, and no words twice.
  private func found(
    in clause: WordingClause, of text: String, phrases: (String) -> [WordingPattern]
  ) -> [WordingFinding] {
    let matcher = WordingMatcher(clause: clause, traits: traits)
    var findings: [WordingFinding] = []
    var behind = 0
    for start in clause.words.indices where start >= behind {
      let matches = phrases(clause.words[start].text).compactMap { pattern in
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
