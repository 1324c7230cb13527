import ArgumentParser

/// `housestaff match`: optimal and stable matching of files, for anyone who wants to check us.
struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Match people of a file: optimally, or stably.",
    subcommands: [Assign.self, Stable.self])
}
