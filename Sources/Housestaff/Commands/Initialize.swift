import Accounts
import ArgumentParser
import Foundation
import Kernel
import Roster
import SQLStore

/// `housestaff init`: an empty institution, and the link for its first administrator.
struct Initialize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin an empty institution.",
    discussion: """
      The first administrator gets a link that works once within a day. Run the command again for \
      a new link, as long as nobody has used one.
      """)

  @OptionGroup var options: InstallationOptions

  @Option(help: "The institution's name.")
  var institution: String

  @Option(help: "The institution's time zone.")
  var timeZone = "America/New_York"

  @Option(help: "The first administrator's mail address.")
  var administrator: String

  @Option(help: "The first administrator's given name.")
  var givenName: String

  @Option(help: "The first administrator's family name.")
  var familyName: String

  func run() async throws {
    guard TimeZone(identifier: timeZone) != nil else {
      throw Complaint("\(timeZone) is no time zone; write one such as America/Chicago.")
    }
    let installation = try await options.installation()
    let typed = [
      PersonDraft.Field.address: administrator, PersonDraft.Field.given: givenName,
      PersonDraft.Field.family: familyName, PersonDraft.Field.capacity: "staff",
    ]
    let draft = try PersonDraft { typed[$0] ?? "" }
    let link = try await installation.withStore { store in
      try await begin(draft, in: store)
    }
    Terminal.say("\(institution) begins in \(try installation.location).")
    Terminal.say("Start the site with: housestaff serve --database \(try installation.location)")
    Terminal.say("Then open this link within a day; it works once:")
    Terminal.say("\(installation.address)\(link)")
  }

  /// Keeps the name and the zone, and makes the administrator with a link.
  private func begin(_ draft: PersonDraft, in store: any Store) async throws -> String {
    let (name, zone) = (institution, timeZone)
    return try await store.write { writer in
      var settings = try Settings(reader: writer)
      settings.institutionName = name
      settings.timeZoneName = zone
      let now = World.live.now()
      let today = now.day(in: settings.timeZone)
      let made = try FirstAdministrator.link(draft, on: today, in: .live, to: writer)
      try settings.save(by: nil, at: now, to: writer)
      return made.path
    }
  }
}

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
