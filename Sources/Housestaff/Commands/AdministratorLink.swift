import Accounts
import ArgumentParser
import Kernel
import Roster
import SQLStore

/// `housestaff administrator`: a new link for an administrator who cannot get in.
struct AdministratorLink: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "administrator",
    abstract: "Make a link for an administrator who cannot sign in; the audit trail says so.")

  @OptionGroup var options: InstallationOptions

  @Argument(help: "The administrator's mail address.")
  var address: String

  @Flag(help: "Also take away the second factor, when it is lost.")
  var dropSecondFactor = false

  func run() async throws {
    let installation = try await options.installation()
    let (address, drops) = (address, dropSecondFactor)
    let made = try await installation.withStore { store in
      try await store.write { writer in
        let today = World.live.now().day(in: try Settings(reader: writer).timeZone)
        return try FirstAdministrator.newLink(
          address: address, on: today, dropsSecondFactor: drops, in: .live, to: writer)
      }
    }
    guard let made else { throw Complaint("No administrator has the address \(address).") }
    Terminal.say("This link works once: \(installation.address)\(made.path)")
  }
}
