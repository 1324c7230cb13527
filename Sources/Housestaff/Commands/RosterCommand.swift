import ArgumentParser
import Foundation
import Kernel
import Roster
import SQLStore

/// `housestaff roster`: the roster from the command line.
struct RosterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roster", abstract: "Work with the roster.",
    subcommands: [ImportRoster.self, UndoImport.self])
}

/// `housestaff roster import`: reads what a record system exports.
struct ImportRoster: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import the export of a record system, CSV or XLSX.",
    discussion: """
      Rows that are refused do not hold the others back; the report names line, column and reason. \
      Importing the same file twice changes nothing.
      """)

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The file.")
  var file: String

  @Flag(help: "Only say what the import would do.")
  var dryRun = false

  @Option(help: "How the report is printed.")
  var format: Format = .text

  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() async throws {
    let said = try await options.installation().withStore { store in
      let settings = try await store.read { try Settings(reader: $0) }
      let today = World.live.now().day(in: settings.timeZone)
      var occasion = RosterOccasion(store: store, world: .live, today: today)
      let bar = ProgressBar(isShown: format == .text)
      occasion.progress = { bar.show(done: $0.done, total: $0.total) }
      let report = try await RosterImport.fromFile(
        RosterFile(path: file), dryRun: dryRun, on: occasion)
      bar.clear()
      return format == .json ? report.json : report.text(in: Words(settings))
    }
    Terminal.say(said)
  }
}

/// `housestaff roster undo`: takes an import back.
struct UndoImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take an import back, as long as nothing is built on it.")

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The import's name, as its report gave it.")
  var importName: String

  func run() async throws {
    guard let id = ID<RosterImport>(given: importName) else {
      throw Complaint("\(importName) is no import; its report says its name.")
    }
    let said = try await options.installation().withStore { store in
      let settings = try await store.read { try Settings(reader: $0) }
      let today = World.live.now().day(in: settings.timeZone)
      let undone = try await RosterImport.undo(
        id, on: RosterOccasion(store: store, world: .live, today: today))
      return Words(settings)(undone.sentence)
    }
    Terminal.say(said)
  }
}
