import Accounts
import Blueprint
import Kernel
import Roster
import SQLStore

/// What `housestaff init` was told about an institution that begins.
struct Beginning: Sendable {
  /// Its name; nil where a blueprint says it, or it has one.
  let institution: String?
  let timeZone: String?
  /// The first administrator; nil where there is one already.
  let administrator: PersonDraft?

  /// What came of it.
  struct Made: Sendable {
    /// The institution's name by now.
    let institution: String
    /// The path of the administrator's link.
    let link: String?
  }

  /// Builds what a blueprint describes, keeps name and zone, and makes the administrator with a
  /// link: all of it in one transaction, or nothing.
  func begin(
    in store: any Store, with planned: (blueprint: Blueprint, plan: BlueprintPlan)? = nil
  ) async throws -> Made {
    try await store.write { writer in
      let now = World.live.now()
      let before = try Settings(reader: writer)
      let today = now.day(in: before.timeZone)
      if let (blueprint, plan) = planned {
        try blueprint.apply(
          plan, by: .operatorAtTerminal(now: now, today: today), in: .live, to: writer)
      }
      var settings = try Settings(reader: writer)
      if let institution { settings.institutionName = institution }
      if let timeZone { settings.timeZoneName = timeZone }
      let link = try administrator.map { draft in
        try FirstAdministrator.link(
          draft, on: now.day(in: settings.timeZone), in: .live, to: writer)
      }
      try settings.save(by: nil, at: now, to: writer)
      return Made(institution: settings.institutionName, link: link?.path)
    }
  }
}
