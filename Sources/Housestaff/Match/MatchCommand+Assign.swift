import ArgumentParser
import Matching

/// What to aim for; the objectives of the library by the names that the shell sees.
enum Aim: String, ExpressibleByArgument, CaseIterable {
  case total, most, fair

  /// The library's objective.
  var objective: Objective {
    switch self {
    case .total: .total
    case .most: .most
    case .fair: .fair
    }
  }
}

/// How an answer is written.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

extension MatchCommand {
  /// `housestaff match assign`: the best assignment of a `bmatch` file.
  struct Assign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find the best assignment of mentees to mentors, and prove it.",
      discussion: """
        The file begins with a line “bmatch MENTEES MENTORS PAIRS”, then one with the capacity of \
        each mentor, then a line “MENTEE MENTOR WEIGHT” for each pair that may be made. Numbers \
        begin at 0.

        Example: housestaff match assign spring.bmatch --objective most --format json

        Exit status: 0 done, 64 bad usage, 65 bad data.
        """)

    @Argument(help: "A file in the bmatch form.") var file: String
    @Option(
      help: """
        total: the greatest sum of weights. most: the most people, then the greatest sum. fair: \
        the most people, then the fewest with the lowest weight, then with the next.
        """) var objective = Aim.total
    @Option(help: "text for people, json for programs.") var format = AnswerFormat.text

    func run() async throws {
      let problem = try MatchFile.read(file) { bytes throws(InvalidInput) in
        try AssignmentProblem(bmatch: bytes)
      }
      let assignment = try MatchFile.explaining(file) { () throws(InvalidInput) in
        try problem.solve(objective.objective)
      }
      Terminal.say(format == .json ? assignment.json : assignment.text(of: problem))
    }
  }
}
