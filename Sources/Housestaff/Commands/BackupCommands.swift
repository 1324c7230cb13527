import ArgumentParser
import Kernel
import SQLStore
import Stores

/// `housestaff backup`: a copy of the database, while it is in use.
struct Backup: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy the database to a new file, while it is in use.",
    discussion: """
      Of SQLite the copy is a database file. Of PostgreSQL it is an export, which restore and \
      import read. The keys of open elections are not in it: without them its ballots cannot be \
      counted.
      """)

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The file to write; it must not exist.")
  var file: String

  func run() async throws {
    let installation = try await options.installation()
    try await installation.location.backUp(to: file, now: World.live.now().text)
    Terminal.say("\(try installation.location) is copied to \(file).")
    for title in try await openElections(installation) {
      Terminal.say("“\(title)” is open for voting; the key of its ballots is not in the copy.")
    }
  }
}

extension Backup {
  /// The titles of elections that are open; none in a database of before there were any.
  private func openElections(_ installation: Installation) async throws -> [String] {
    let store = try await openStore(at: installation.location, for: .maintenance)
    let titles = try? await store.read { reader in
      try reader.rows("SELECT title FROM election WHERE state = 'voting' ORDER BY title")
        .map { try $0.text("title") }
    }
    try await store.close()
    return titles ?? []
  }
}

/// `housestaff restore`: puts a backup in the place of the database.
struct Restore: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put a backup in the place of the database.",
    discussion: "The backup is checked first. Stop the server before you restore.")

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The backup.")
  var file: String

  @Flag(help: "Replace the data that is there.")
  var replace = false

  func run() async throws {
    let installation = try await options.installation()
    try await installation.location.restore(
      from: file, now: World.live.now().text, replacing: replace)
    Terminal.say("\(try installation.location) holds what \(file) held.")
  }
}
