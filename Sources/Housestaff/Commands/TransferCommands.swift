import ArgumentParser
import Kernel
import SQLStore
import Schema
import Stores

/// `housestaff export`: the whole database as one file that both engines read.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the whole database to one file that both engines can read.")

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The file to write; it must not exist.")
  var file: String

  func run() async throws {
    let file = file
    let summary = try await options.installation().withStore { store in
      try await Transfer(store).export(to: file, now: World.live.now().text)
    }
    TransferCommand.say(summary)
  }
}

/// `housestaff import`: an export into an empty database.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read an export into an empty database, whole or not at all.",
    discussion: "What was read is counted and checked against the sums in the file.")

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The export.")
  var file: String

  func run() async throws {
    let installation = try await options.installation()
    let store = try await Stores.openStore(at: installation.location, for: .maintenance)
    let summary = try await Transfer(store).load(from: file, now: World.live.now().text)
    try await store.close()
    TransferCommand.say(summary)
  }
}

/// What the two commands say.
private enum TransferCommand {
  static func say(_ summary: TransferSummary) {
    for table in summary.tables where table.rows > 0 {
      Terminal.say("\(table.table): \(table.rows) rows, SHA-256 \(table.sha256)")
    }
    Terminal.say("\(summary.rows) rows in \(summary.tables.count) tables")
  }
}
