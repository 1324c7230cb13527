import ArgumentParser
import Disclosure

/// `housestaff disclosure protect`: a table that can be published.
struct ProtectTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect", abstract: "Make a table of counts fit to be published.",
    discussion: """
      Prints the table with all totals. 'suppress' withholds counts below the threshold and what \
      is needed so that they cannot be worked out; withheld cells are marked x. 'round' rounds all \
      counts to a multiple of the base so that they still add up. 'noise' adds random numbers that \
      give every person the privacy of the budget epsilon; each run spends it again.

      Example: housestaff disclosure protect residents.csv --threshold 5 > published.csv
      """)

  @OptionGroup var table: TableOptions

  @Option(help: "The least count that may be shown.")
  var threshold: Int

  @Option(help: "How counts are protected.")
  var method: Method = .suppress

  @Option(
    help: """
      What 'suppress' promises: strict, nobody can tell that a withheld small count is small; \
      basic, nobody can tell which it is.
      """)
  var promise: Promise = .strict

  @Option(
    help: """
      Whether cells in which nobody is are published, available to be withheld for the sake of \
      others, or withheld.
      """)
  var zeros: Zeros = .published

  @Option(help: "What 'round' makes all counts multiples of; by default the threshold.")
  var base: Int?

  @Option(
    help: "The privacy budget that 'noise' spends, a decimal number or a fraction.",
    transform: { text in
      guard let fraction = Fraction(text), let noise = DiscreteLaplace(epsilon: fraction) else {
        throw ValidationError("'\(text)' is no budget: write a number above zero, such as 0.5.")
      }
      return noise
    })
  var epsilon: DiscreteLaplace?

  @Option(help: "How the table is printed.")
  var format: Format = .csv

  /// The ways to protect.
  enum Method: String, ExpressibleByArgument, CaseIterable {
    case suppress, round, noise
  }

  /// What withholding promises.
  enum Promise: String, ExpressibleByArgument, CaseIterable {
    case strict, basic
  }

  /// What is done with cells in which nobody is.
  enum Zeros: String, ExpressibleByArgument, CaseIterable {
    case published, available, withheld

    /// The same in the words of the library.
    var rule: ThresholdRule.Zeros {
      switch self {
      case .published: .published
      case .available: .available
      case .withheld: .withheld
      }
    }
  }

  /// The forms of the table.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, json
  }

  func validate() throws {
    guard (2...CountTable.greatestCount).contains(threshold) else {
      throw ValidationError("The threshold must be at least 2.")
    }
    guard (2...CountTable.greatestCount).contains(base ?? threshold) else {
      throw ValidationError("The base must be at least 2.")
    }
    guard method != .noise || epsilon != nil else {
      throw ValidationError("Say with --epsilon how much privacy the noise may spend.")
    }
  }

  func run() throws {
    let hierarchies = try table.hierarchies()
    let bytes = try table.bytes()
    let published = try TableOptions.saying(table.file) {
      let file = try CountFile(
        parsing: bytes, count: table.count, total: table.total, hierarchies: hierarchies)
      return try protect(file.table).inColumns(of: file)
    }
    switch format {
    case .csv: Terminal.write(published.csv)
    case .json: Terminal.say(published.json(method: method.rawValue, threshold: threshold))
    }
  }

  private func protect(_ table: CountTable) throws -> PublishedTable {
    switch method {
    case .suppress:
      let rule = ThresholdRule(
        threshold, promise: promise == .strict ? .strict : .basic,
        zeros: zeros.rule)
      let pattern = try SuppressionPattern(rule.problem(for: table))
      return PublishedTable(table, withholding: pattern.withheld)
    case .round:
      return try PublishedTable(ControlledRounding(table, base: base ?? threshold).table)
    case .noise:
      guard let epsilon else { throw ValidationError("There is no budget.") }
      var chance = Chance.live
      return try PublishedTable(CountTable(noisy: table, by: epsilon, using: &chance))
    }
  }
}
