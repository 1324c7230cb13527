import Accounts
import ArgumentParser
import Blueprint
import Foundation
import Kernel
import Roster
import SQLStore

/// `housestaff init`: an institution, empty or as a blueprint describes it, and the link for its
/// first administrator.
struct Initialize: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin an institution, empty or from a blueprint.",
    discussion: """
      The first administrator gets a link that works once within a day. Run the command again for \
      a new link, as long as nobody has used one.

      With a blueprint, a plan is shown first and carried out after a yes. Once there is an \
      administrator, the blueprint alone is enough; a second time it changes nothing.
      """)

  @OptionGroup var options: InstallationOptions

  @Option(help: "The institution's name; with a blueprint, the file says it.")
  var institution: String?

  @Option(help: "The institution's time zone; America/New_York unless you say otherwise.")
  var timeZone: String?

  @Option(help: "The first administrator's mail address.")
  var administrator: String?

  @Option(help: "The first administrator's given name.")
  var givenName: String?

  @Option(help: "The first administrator's family name.")
  var familyName: String?

  @Option(help: "A YAML file that describes the institution.")
  var blueprint: String?

  @Flag(help: "Carry the blueprint's plan out without asking.")
  var yes = false

  func validate() throws {
    if blueprint != nil, institution != nil || timeZone != nil {
      throw ValidationError(
        "The blueprint says name and time zone; leave --institution and --time-zone out.")
    }
    if blueprint == nil, institution == nil {
      throw ValidationError("Say what the institution is called: --institution, or --blueprint.")
    }
    let person = [administrator, givenName, familyName]
    guard person.contains(where: { $0 == nil }) else { return }
    if blueprint == nil || person.contains(where: { $0 != nil }) {
      throw ValidationError(
        "Say who the first administrator is: --administrator, --given-name and --family-name.")
    }
  }

  func run() async throws {
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw Complaint("\(timeZone) is no time zone; write one such as America/Chicago.")
    }
    let installation = try await options.installation()
    let beginning = Beginning(
      institution: institution, timeZone: timeZone, administrator: try person())
    guard let blueprint else {
      let made = try await installation.withStore { try await beginning.begin(in: $0) }
      return try say(made, installation)
    }
    let work = try BlueprintWork(file: blueprint, on: installation)
    guard let plan = try await work.show(before: beginning) else { return }
    guard try yes || Terminal.agrees("Do this?") else {
      return Terminal.say("Nothing was changed.")
    }
    let made = try await installation.withStore { store in
      try await beginning.begin(in: store, with: (work.blueprint, plan))
    }
    Terminal.say("\(try installation.location) is as \(blueprint) describes it.")
    try say(made, installation)
  }

  /// The first administrator as typed; nil where nobody was named.
  private func person() throws -> PersonDraft? {
    guard let administrator, let givenName, let familyName else { return nil }
    let typed = [
      PersonDraft.Field.address: administrator, PersonDraft.Field.given: givenName,
      PersonDraft.Field.family: familyName, PersonDraft.Field.capacity: "staff",
    ]
    return try PersonDraft { typed[$0] ?? "" }
  }

  private func say(_ made: Beginning.Made, _ installation: Installation) throws {
    guard let link = made.link else { return }
    Terminal.say("\(made.institution) begins in \(try installation.location).")
    Terminal.say("Start the site with: housestaff serve --database \(try installation.location)")
    Terminal.say("Then open this link within a day; it works once:")
    Terminal.say("\(installation.address)\(link)")
  }
}
