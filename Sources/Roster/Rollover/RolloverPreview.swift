import Kernel
package import SQLStore

/// What the preview of a rollover tells of the plan.
package struct RolloverPreview: Sendable, Equatable {
  /// The sizes of all groups that are not empty.
  package let counts: [RolloverPlan.Count]
  /// Programs with people in this rollover whose final year is guessed, those first where most
  /// depends on it.
  package let finals: [RolloverPlan.ProposedFinal]
  /// One number for all that would be done: equal plans have equal digests.
  package let digest: String
}

extension RolloverPlan {
  /// Reads the plan once for all that the preview tells: to sort a nation's appointments into
  /// groups takes most of the time.
  /// - Parameter more: what others would do in the same step, for the digest.
  package func preview(
    with more: [String], _ reader: any SQLReader
  ) throws -> RolloverPreview {
    var tally = RolloverTally(rollover, with: more)
    try reader.forEach(
      statement + """
         SELECT kind, taken, final_level IS NULL AS guessed, program_id, top, id, training_level,
          standing, ends_on
        FROM act ORDER BY id
        """
    ) { row in try tally.add(row) }
    return RolloverPreview(
      counts: tally.counts, finals: try finals(tally.guesses, reader), digest: tally.digest())
  }

  /// The programs of guesses by name, those first where most depends on it.
  private func finals(
    _ guesses: [String: RolloverTally.Guess], _ reader: any SQLReader
  ) throws -> [ProposedFinal] {
    guard !guesses.isEmpty else { return [] }
    var finals: [ProposedFinal] = []
    try reader.forEach(
      "SELECT id, name FROM program WHERE final_level IS NULL ORDER BY name_key, id"
    ) { row in
      guard let guess = guesses[try row.text("id")] else { return }
      finals.append(
        ProposedFinal(
          program: try row.id("id"), name: try row.text("name"), level: guess.level,
          people: guess.people))
    }
    // Where as many depend on it, programs stay by name: the sort is stable.
    return Array(finals.sorted { $0.people > $1.people }.prefix(Self.programs))
  }
}
