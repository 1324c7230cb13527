import ArgumentParser
import Kernel
import Mentoring
import SQLStore

/// `housestaff mentoring`: the office's mentoring from the command line.
struct MentoringCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mentoring", abstract: "Work with mentoring.", subcommands: [MatchCycle.self])
}

/// `housestaff mentoring match`: the matching of a cycle, as the page makes it.
struct MatchCycle: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Match the people of a cycle, and prove that it is the best.",
    discussion: """
      What comes out waits, in the place of an earlier matching, until the office publishes it in \
      the pages. Nobody is told before. Nobody is named here: the links lead to the pages that do.
      """)

  @OptionGroup var options: InstallationOptions

  @Option(help: "The cycle's title, or its identifier as the address of its page has it.")
  var cycle: String

  @Flag(help: "Only say what the matching would be.")
  var dryRun = false

  @Option(help: "text for people, json for programs.")
  var format = AnswerFormat.text

  func run() async throws {
    let installation = try await options.installation()
    guard try installation.hasDatabase else {
      throw Complaint("There is no database at \(try installation.location).")
    }
    let (cycle, dryRun) = (cycle, dryRun)
    let outlook = try await installation.withStore { store in
      try await MatchingOutlook.of(cycle, keeping: !dryRun, in: store)
    }
    Terminal.say(format == .json ? try outlook.json() : outlook.text(at: installation.address))
  }
}
