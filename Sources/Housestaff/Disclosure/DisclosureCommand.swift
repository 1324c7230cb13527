import ArgumentParser

/// `housestaff disclosure`: tables that betray nobody.
struct DisclosureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclosure", abstract: "Protect tables of counts, and check published ones.",
    subcommands: [ProtectTable.self, AuditTable.self])
}
