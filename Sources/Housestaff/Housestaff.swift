import ArgumentParser
import Foundation
import Kernel
import SQLStore

/// The program: every command, and what an error becomes.
@main
struct Housestaff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "housestaff",
    abstract: "Councils, elections, concerns and all else around training, for a GME office.",
    subcommands: [
      Initialize.self, Serve.self, DemoCommand.self, Backup.self, Restore.self, Export.self,
      Import.self, AuditCommand.self, BlueprintCommand.self,
      RosterCommand.self, AdministratorLink.self,
      MentoringCommand.self, TallyCommand.self, MatchCommand.self, DisclosureCommand.self,
    ])

  /// Runs the command; an error is one plain sentence and an exit status.
  ///
  /// On the main thread, so that a command which waits for nothing starts no other.
  @MainActor static func main() async {
    do {
      var command = try parseAsRoot(nil)
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Complaint.exit(with: error)
    }
  }
}
