import ArgumentParser
import Blueprint
import Foundation
import Kernel
import SQLStore

/// `housestaff blueprint`: an institution in one file.
struct BlueprintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blueprint", abstract: "Describe the institution in one file.",
    discussion: "To carry a blueprint out: housestaff init --blueprint FILE.",
    subcommands: [PlanBlueprint.self, ExportBlueprint.self])
}

/// `housestaff blueprint plan`: what a blueprint would change.
struct PlanBlueprint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what a blueprint would add and change; change nothing.")

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The blueprint.")
  var file: String

  func run() async throws {
    _ = try await BlueprintWork(file: file, on: try await options.installation()).show()
  }
}

/// `housestaff blueprint export`: what the database holds, as a blueprint.
struct ExportBlueprint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the institution that the database holds as a blueprint.",
    discussion: "It says nothing of people. Applied to an empty database it gives the same again.")

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The file to write; it must not exist. Without one, the blueprint is printed.")
  var file: String?

  func run() async throws {
    let installation = try await options.installation()
    guard try installation.hasDatabase else {
      throw Complaint("There is no database at \(try installation.location).")
    }
    let text = try await installation.withStore { store in
      try await store.read { reader in
        let today = World.live.now().day(in: try Settings(reader: reader).timeZone)
        return try Blueprint.export(from: reader, today: today)
      }
    }
    guard let file else { return Terminal.write(text) }
    do {
      try Data(text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
    } catch {
      throw Complaint("\(file) exists already, or cannot be written. Name another file.")
    }
    Terminal.say("\(try installation.location) is described in \(file).")
  }
}
