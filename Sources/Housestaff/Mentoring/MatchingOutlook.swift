import Foundation
import Kernel
import Matching
import Mentoring
import SQLStore
import Web

/// What the matching of a cycle is, or would be.
struct MatchingOutlook: Sendable {
  let cycle: MentoringCycle
  let total: Int
  /// What no assignment can exceed, by the proof.
  let bound: Int
  let mentees: Int
  let matched: Int
  let mentors: Int
  let withoutMentor: [WithoutMentor]
  /// The matching that waits now; nil where nothing was kept.
  let kept: ID<MatchingRun>?

  /// Matches a cycle on what the database holds, and keeps what comes out where that is wanted.
  /// - Parameter name: a title or an identifier.
  static func of(
    _ name: String, keeping: Bool, in store: any Store
  ) async throws -> MatchingOutlook {
    let now = World.live.now()
    let (cycle, viewer, inputs) = try await store.read { reader in
      let today = now.day(in: try Settings(reader: reader).timeZone)
      let viewer = Viewer.operatorAtTerminal(as: .office, now: now, today: today)
      let cycle = try find(name, viewer, reader)
      return (cycle, viewer, try prepare(cycle, viewer, reader))
    }
    let solved = try inputs.solve()
    var kept: ID<MatchingRun>?
    if keeping {
      kept = try await store.write { writer in
        try MatchingRun.keep(solved, of: cycle.id, by: viewer, in: .live, writer: writer)
      }
    }
    return MatchingOutlook(cycle, solved, kept)
  }

  private init(
    _ cycle: MentoringCycle, _ solved: FrozenInputs.Solved, _ kept: ID<MatchingRun>?
  ) {
    self.cycle = cycle
    self.kept = kept
    total = solved.total
    bound = solved.bound
    mentees = solved.inputs.menteeCount
    matched = solved.matched
    mentors = solved.inputs.mentorCount
    withoutMentor = solved.withoutMentor
  }

  private static func find(
    _ name: String, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> MentoringCycle {
    let found = try MentoringCycle.called(name, viewer: viewer, reader: reader)
    switch found.count {
    case 1: return found[0]
    case 0:
      let others = try MentoringCycle.toMatch(viewer: viewer, reader: reader)
      throw Complaint(
        others.isEmpty
          ? "There is no cycle “\(name)”, and none that can be matched now."
          : "There is no cycle “\(name)”. These can be matched now:\n\(list(others))")
    default:
      throw Complaint("Several cycles are called “\(name)”. Name one of these:\n\(list(found))")
    }
  }

  private static func list(_ cycles: [MentoringCycle]) -> String {
    cycles.map { "  \($0.id.text)  \($0.title), \($0.state.rawValue)" }
      .joined(separator: "\n")
  }

  /// Who takes part stays in the pages, also where the pairs that were set by hand cannot be.
  private static func prepare(
    _ cycle: MentoringCycle, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> FrozenInputs {
    do {
      return try MatchingRun.prepare(cycle.id, viewer: viewer, reader: reader)
    } catch MentoringRefusal.impossible {
      throw Complaint(
        "Pairs that were set by hand are no longer possible. The page of the matching names them.")
    }
  }
}

extension MatchingOutlook {
  /// For people, with a link for each who has no mentor.
  /// - Parameter address: that of the site.
  func text(at address: String) -> String {
    var lines = [
      cycle.plan.shape == .peers
        ? "“\(cycle.title)”: \(matched) of \(mentees) peers are in a pair, \(total) points in all."
        : "“\(cycle.title)”: \(matched) of \(mentees) have one of \(mentors) mentors, "
          + "\(total) points in all.",
      total == bound
        ? "Proof: no other pairs of as many people have more than \(bound)."
        : "Proof: at most \(bound) would be possible.",
    ]
    for reason in WithoutMentor.Reason.allCases {
      let people = withoutMentor.filter { $0.reason == reason }
      guard !people.isEmpty else { continue }
      lines.append("Without a pair: \(people.count). \(reason.sentence)")
      // The page of a matching answers for those who went into it, so only for what was kept.
      if kept != nil {
        lines += people.map { "  \(address)\(MentoringAddress.why($0.mentee))" }
      } else {
        lines += people.map { "  \($0.mentee.text)" }
      }
    }
    lines.append(
      kept == nil
        ? "Nothing was kept."
        : "It waits to be published: \(address)\(MentoringAddress.matching(cycle.id))")
    return lines.joined(separator: "\n")
  }

  /// For programs, keys in alphabetical order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let told = Told(
      cycle: cycle.id.text, dualBound: bound, kept: kept?.text, matched: matched,
      mentees: mentees, mentors: mentors, objective: cycle.plan.objective.rawValue,
      title: cycle.title, total: total,
      withoutMentor: withoutMentor.map {
        .init(enrollment: $0.mentee.text, reason: $0.reason.rawValue)
      })
    return String(decoding: try encoder.encode(told), as: UTF8.self)
  }

  private struct Told: Encodable {
    let cycle: String
    let dualBound: Int
    let kept: String?
    let matched, mentees, mentors: Int
    let objective, title: String
    let total: Int
    let withoutMentor: [Without]

    struct Without: Encodable {
      let enrollment, reason: String
    }
  }
}
