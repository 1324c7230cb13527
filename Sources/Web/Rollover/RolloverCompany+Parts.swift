import Kernel
import Roster
import SQLStore

extension RolloverCompany {
  /// What all parts do in the step of a rollover, for whoever confirmed or undoes it.
  static func parts(_ visit: Visit) -> RolloverCompany {
    RolloverCompany(
      plan: { rollover, reader in
        try Parts.consequences(of: rollover, visit, reader).map(\.text)
      },
      carryOut: { rollover, writer in
        for part in Parts.all { try part.rollover.carryOut(rollover, visit, writer) }
      },
      dependents: { rollover, reader in
        try Parts.all.flatMap { try $0.rollover.dependents(on: rollover, visit, reader) }
      },
      undo: { rollover, writer in
        for part in Parts.all.reversed() { try part.rollover.undo(rollover, visit, writer) }
      })
  }
}

extension Parts {
  /// What a rollover means for all parts.
  static func consequences(
    of rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [RolloverConsequence] {
    try all.flatMap { try $0.rollover.consequences(of: rollover, visit, reader) }
  }
}

extension Visit {
  /// What someone sees in work that goes on after their request.
  init(of viewer: Viewer, settings: Settings, in world: World) {
    self.init(
      viewer: viewer, session: nil, world: world, settings: settings, query: FormFields(),
      here: "/", cameFrom: nil, sessionSecret: nil, formToken: "", flash: nil,
      isDemonstration: false, words: Words(settings))
  }
}
