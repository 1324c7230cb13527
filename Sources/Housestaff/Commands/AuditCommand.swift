import ArgumentParser
import Kernel
import SQLStore

/// `housestaff audit`: questions about the audit trail.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Check the audit trail.", subcommands: [Verify.self])

  /// `housestaff audit verify`: whether every entry is bound to the one before it.
  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that every entry of the trail is bound to the one before it.")

    @OptionGroup var options: InstallationOptions

    func run() async throws {
      let verdict = try await options.installation().withStore { store in
        try await store.read { try Audit.verify($0) }
      }
      switch verdict {
      case .sound(let entries, let lastHash):
        Terminal.say("\(entries) entries, all bound. The last hash is \(lastHash).")
        Terminal.say("Keep this hash elsewhere: it shows later that nothing was cut off the end.")
      case .broken(let number):
        throw Complaint("entry \(number) is not what was written. Compare it with a backup.")
      }
    }
  }
}
