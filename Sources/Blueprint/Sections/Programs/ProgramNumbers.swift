import Kernel

/// The accreditation numbers as the file will leave them: each belongs to one program.
struct ProgramNumbers {
  private let claims: [Located<String>]
  /// The numbers of programs that the file does not touch, or not in this.
  private let standing: [String: String]
  /// The numbers that entries of the file take.
  private let taken: [String: Int]

  init(_ entries: [ProgramEntry], _ known: [KeptProgram?], _ kept: [KeptProgram]) {
    claims = entries.compactMap(\.accreditationNumber)
    var renumbered: Set<ProgramID> = []
    for (entry, kept) in zip(entries, known) where entry.accreditationNumber != nil {
      if let kept { renumbered.insert(kept.id) }
    }
    var standing: [String: String] = [:]
    for program in kept where !renumbered.contains(program.id) {
      if let number = program.accreditationNumber { standing[number] = program.name }
    }
    self.standing = standing
    self.taken = Dictionary(claims.map { ($0.value, $0.spot.line) }) { first, _ in first }
  }

  /// Notes numbers that two programs would have.
  func check(_ planning: Planning) {
    for claim in claims {
      if let name = standing[claim.value] {
        planning.complain(
          "\(name) has this number already. Numbers are unique; correct one of them.",
          at: claim.spot)
      } else if let line = taken[claim.value], line != claim.spot.line {
        planning.complain(
          "The {program} in line \(line) has this number already. Correct one of them.",
          at: claim.spot)
      }
    }
  }

  /// Whether a program must give its number up before another can have it.
  func mustMakeWay(_ kept: KeptProgram) -> Bool {
    kept.accreditationNumber.map { taken[$0] != nil } ?? false
  }
}
