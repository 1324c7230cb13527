import ArgumentParser
import Foundation
import Tally

/// `housestaff tally`: counts an election, so that anyone can check a result.
struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally", abstract: "Count the ballots of a file by a named rule.",
    discussion: """
      Reads a .blt file, or a PrefLib file (.soc, .soi, .toc, .toi, .cat), and prints every stage \
      of the count.

      Example: housestaff tally council.blt --method scottish-stv --lot-seed "2026-05-07 4 8 15"

      Where the rule leaves a tie open, a lot settles it. Its order follows from the seed and is \
      printed, so announce where the seed will come from before the ballots close. Without a seed \
      the first on the ballot paper is drawn: repeatable, but not fair.

      Ends with 0 if the ballots were counted, 64 if the command was not understood, and 65 if a \
      file is not as it should be: standard error then says file, line and reason.
      """)

  @Argument(help: "The file with the ballots.")
  var file: String

  @OptionGroup var options: MethodOptions

  @Option(help: "How many to elect, if not as many as the file says.")
  var seats: Int?

  @Option(help: "The seed of the lot.")
  var lotSeed: String?

  @Option(help: "An order of candidates that was drawn by hand, such as 3,1,2.")
  var lotOrder: String?

  @Option(help: "A CSV file of who may be elected together: group, minimum, maximum, candidates.")
  var constraints: String?

  @Option(help: "What to print.")
  var format: Format = .text

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func validate() throws {
    if lotSeed != nil, lotOrder != nil {
      throw ValidationError("Give --lot-seed or --lot-order, not both.")
    }
    if let seats, !(1...Election.mostCandidates).contains(seats) {
      throw ValidationError("--seats must be from 1 to \(Election.mostCandidates).")
    }
    if let seats, seats > 1, options.method == .irv {
      throw ValidationError("irv elects one. Use scottish-stv or meek for more.")
    }
    _ = try lot
  }

  func run() throws {
    let rule = options.rule
    let election = try BallotSource(path: file).election(
      seats: options.method.seats(asked: seats), for: rule)
    try check(election)
    let rules = try constraints.map { path in
      try BallotSource(path: path).read { bytes throws(FileProblem) in
        try SeatConstraints(csv: bytes, for: election)
      }
    }
    do {
      let report = try rule.count(election, lot: lot, constraints: rules ?? SeatConstraints())
      FileHandle.standardOutput.write(Data((format == .json ? report.json : report.text).utf8))
    } catch let problem as ElectionProblem {
      throw Complaint("\(file): \(problem)", status: 65)
    }
  }

  /// Finds options that do not go with the election in the file.
  private func check(_ election: Election) throws {
    let count = election.candidates.count
    if let number = options.defaultOption, !(1...count).contains(number) {
      throw ValidationError("--default-option must be from 1 to \(count).")
    }
    do {
      _ = try LotOrder(lot, for: election)
    } catch let problem as ElectionProblem {
      throw ValidationError("--lot-order does not fit: \(problem)")
    }
  }

  private var lot: Lot {
    get throws {
      if let lotSeed { return .seed(lotSeed) }
      guard let lotOrder else { return .ballotOrder }
      let numbers = lotOrder.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
      guard !numbers.contains(nil) else {
        throw ValidationError("--lot-order must be numbers of candidates with commas between them.")
      }
      return .drawn(numbers.compactMap(\.self))
    }
  }
}
