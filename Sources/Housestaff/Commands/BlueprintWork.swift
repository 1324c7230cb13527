import Blueprint
import Foundation
import Kernel
import Roster
import SQLStore

/// A blueprint's file beside the database that it is meant for.
struct BlueprintWork: Sendable {
  let file: String
  let blueprint: Blueprint
  let installation: Installation

  /// How large a file may be: 32 MB, a thousand times what a large institution needs.
  private static let mostBytes = 32 << 20

  /// Reads the file.
  init(file: String, on installation: Installation) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Complaint("There is no file \(file), or it may not be read.")
    }
    guard data.count <= Self.mostBytes else {
      throw Complaint("\(file) is larger than 32 MB. A blueprint says nothing of people.")
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw Complaint("\(file) is not UTF-8 text. Save it as UTF-8.")
    }
    self.file = file
    self.blueprint = try Blueprint(
      text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text,
      file: URL(filePath: file).lastPathComponent)
    self.installation = installation
  }

  /// Shows the plan, and who will be the first administrator.
  /// - Returns: nil, after saying so, where there is nothing to do.
  func show(before beginning: Beginning? = nil) async throws -> BlueprintPlan? {
    let (plan, words) = try await plan(before: beginning)
    if plan.changesNothing {
      Terminal.say("Nothing would change: \(try installation.location) is as \(file) describes it.")
    }
    for line in plan.lines(in: words) { Terminal.say(line) }
    if let draft = beginning?.administrator {
      Terminal.say("")
      let name = [draft.name.given, draft.name.family].filter { !$0.isEmpty }
      Terminal.say(
        "First administrator: \(name.joined(separator: " ")), \(draft.address ?? "")")
    }
    return plan.changesNothing && beginning?.administrator == nil ? nil : plan
  }

  /// The plan, and the institution's words; a database that is missing is not made for it.
  private func plan(before beginning: Beginning?) async throws -> (BlueprintPlan, Words) {
    guard try installation.hasDatabase else {
      try Self.require(beginning, hasAdministrator: false)
      let today = World.live.now().day(in: Settings().timeZone)
      return (try blueprint.plan(in: nil, today: today), .ours)
    }
    let blueprint = blueprint
    return try await installation.withStore { store in
      try await store.read { reader in
        let settings = try Settings(reader: reader)
        let today = World.live.now().day(in: settings.timeZone)
        try Self.require(
          beginning, hasAdministrator: try FirstAdministrator.isThere(on: today, in: reader))
        return (try blueprint.plan(in: reader, today: today), Words(settings))
      }
    }
  }

  /// An institution without an administrator would be one that nobody can sign in to.
  private static func require(_ beginning: Beginning?, hasAdministrator: Bool) throws {
    guard let beginning, beginning.administrator == nil, !hasAdministrator else { return }
    throw Complaint(
      """
      This database has no administrator yet. Say who is the first: --administrator, \
      --given-name and --family-name.
      """)
  }
}
