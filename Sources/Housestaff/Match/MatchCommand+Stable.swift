import ArgumentParser
import Matching

/// The side whose best stable matching is wanted, by the names that the shell sees.
enum BestFor: String, ExpressibleByArgument, CaseIterable {
  case residents, programs
}

/// What is done about residents or programs that someone ranks alike.
enum TieRule: String, ExpressibleByArgument, CaseIterable {
  case large, number, strong
}

extension MatchCommand {
  /// `housestaff match stable`: a stable matching of an `hr` file.
  struct Stable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find a stable matching of residents and programs by their ranked lists.",
      discussion: """
        The file begins with a line “hr RESIDENTS PROGRAMS”, then one with the capacity of each \
        program, then the list of each resident in a line, then of each program: the most wanted \
        first, equals in parentheses. Numbers begin at 0.

        Example: housestaff match stable march.hr --side residents

        Exit status: 0 done, 64 bad usage, 65 bad data.
        """)

    @Argument(help: "A file in the hr form.") var file: String
    @Option(help: "The side for which the matching is the best of all stable ones.")
    var side = BestFor.residents
    @Option(
      help: """
        Where someone ranks others alike. large: match as many as a good approximation finds. \
        number: the lower number first. strong: nobody would swap even without gain.
        """)
    var ties: TieRule?
    @Option(help: "text for people, json for programs.") var format = AnswerFormat.json

    func validate() throws {
      guard side == .residents || ties == nil || ties == .number else {
        throw ValidationError("--ties \(ties?.rawValue ?? "") goes with --side residents only.")
      }
    }

    func run() async throws {
      let problem = try MatchFile.read(file) { bytes throws(InvalidInput) in
        try StableProblem(hr: bytes)
      }
      let matching = try MatchFile.explaining(file) { () throws(InvalidInput) in
        try match(problem)
      }
      Terminal.say(format == .json ? matching.json : matching.text)
    }

    private func match(_ problem: StableProblem) throws(InvalidInput) -> StableMatching {
      switch (side, ties ?? (problem.hasTies ? .large : .number)) {
      case (.programs, _): return problem.optimal(for: .programs)
      case (_, .number): return problem.optimal(for: .residents)
      case (_, .large): return problem.large()
      case (_, .strong):
        guard let matching = problem.stronglyStable() else {
          throw InvalidInput("no strongly stable matching exists")
        }
        return matching
      }
    }
  }
}
