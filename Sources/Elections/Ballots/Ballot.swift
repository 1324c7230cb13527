package import Kernel

/// A filled-in paper that can be cast.
package struct Ballot: Sendable, Equatable {
  /// Numbers of candidates, best first; where the paper has no ranks, in the order of the paper.
  /// Empty where the voter abstains.
  package let ranking: [Int]

  /// The name of the field in which a candidate gets a rank or a mark.
  package static func field(_ number: Int) -> String { prefix + String(number) }

  /// The field that says that the voter names nobody on purpose.
  package static let abstainField = "abstain"
  private static let prefix = "candidate-"

  /// Reads what a voter wrote, by field.
  /// - Throws: ``Problems``, each tied to the candidate it is about.
  package init(_ typed: [(name: String, value: String)], on paper: BallotPaper) throws(Problems) {
    var reading = Reading(paper: paper)
    var abstains = false
    for (name, value) in typed {
      if name == Self.abstainField { abstains = !value.isEmpty }
      guard name.hasPrefix(Self.prefix) else { continue }
      reading.read(String(name.dropFirst(Self.prefix.count)), value)
    }
    reading.compare()
    reading.checkCount(abstains: abstains)
    try reading.problems.throwIfAny()
    ranking = reading.ranking
  }

  /// What the fields hold of a ballot that was read before.
  package func fields(on paper: BallotPaper) -> [(name: String, value: String)] {
    guard !ranking.isEmpty else { return [(Self.abstainField, "yes")] }
    return ranking.enumerated().map { place, number in
      (Self.field(number), paper.kind == .ranks ? String(place + 1) : "yes")
    }
  }

  /// Whether nobody is named, on purpose.
  package var abstains: Bool { ranking.isEmpty }
}

/// Ranks as they are read from the fields, with what is wrong with them.
private struct Reading {
  let paper: BallotPaper
  var problems = Problems()
  private var ranks: [(rank: Int, candidate: BallotPaper.Candidate)] = []

  init(paper: BallotPaper) { self.paper = paper }

  /// Candidates by rank, the best first.
  var ranking: [Int] {
    ranks.sorted { ($0.rank, $0.candidate.number) < ($1.rank, $1.candidate.number) }
      .map(\.candidate.number)
  }

  mutating func read(_ number: String, _ value: String) {
    let value = value.filter { !$0.isWhitespace }
    guard !value.isEmpty else { return }
    guard let candidate = Int(number).flatMap(paper.candidate) else {
      problems.add(nil, "Nobody stands at place \(number.prefix(9)) of the ballot. Open it anew.")
      return
    }
    let field = Ballot.field(candidate.number)
    if candidate.isWithdrawn {
      problems.add(field, "\(candidate.name) has withdrawn. Rank the others without them.")
    } else if paper.kind != .ranks {
      ranks.append((1, candidate))
    } else if let rank = Int(value), (1...9999).contains(rank) {
      ranks.append((rank, candidate))
    } else {
      problems.add(
        field, "Write a whole number from 1 for \(candidate.name), or leave the field empty.")
    }
  }

  /// Finds candidates who share a rank, or stand there twice.
  mutating func compare() {
    for (place, one) in ranks.enumerated() {
      let earlier = ranks[..<place]
      if earlier.contains(where: { $0.candidate.number == one.candidate.number }) {
        problems.add(
          Ballot.field(one.candidate.number),
          "\(one.candidate.name) stands on your ballot twice. Open it anew.")
      } else if paper.kind == .ranks, let same = earlier.first(where: { $0.rank == one.rank }) {
        problems.add(
          Ballot.field(one.candidate.number),
          """
          Rank \(one.rank) is given to both \(same.candidate.name) and \(one.candidate.name). \
          Give each a number of their own.
          """)
      }
    }
  }

  /// Finds a ballot that is empty without saying so, one that says both, and one with too many.
  mutating func checkCount(abstains: Bool) {
    guard problems.all.isEmpty else { return }
    if abstains, !paper.allowsAbstaining {
      problems.add(Ballot.abstainField, "Nobody can abstain in this election. \(howToVote)")
    } else if abstains, !ranks.isEmpty {
      problems.add(
        Ballot.abstainField, "You chose to abstain and chose people as well. Keep one of both.")
    } else if !abstains, ranks.isEmpty {
      problems.add(
        nil,
        paper.allowsAbstaining
          ? "Your ballot is empty. \(howToVote) Or choose to abstain."
          : "Your ballot is empty. \(howToVote)")
    } else if ranks.count > paper.mostMarks {
      problems.add(
        Ballot.field(ranks[paper.mostMarks].candidate.number),
        "You have \(paper.mostMarks) votes and gave \(ranks.count). Take some back.")
    }
  }

  private var howToVote: String {
    switch paper.kind {
    case .ranks: "Write 1 for the person you want most."
    case .approvals, .votes: "Choose at least one person."
    }
  }
}
