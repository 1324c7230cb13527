package import Kernel
import Roster
package import SQLStore

/// Fills an empty store with a fictional hospital and the traces that two years of work leave.
package enum DemonstrationFill {
  /// Writes everything in one transaction, marked as a demonstration by its seed.
  ///
  /// All that happened is dated before the hospital's day; only the mark itself is of the world's
  /// moment.
  /// - Throws: ``DemonstrationRefusal/notEmpty`` where the store already knows somebody.
  package static func fill(
    _ store: any Store, with hospital: FictionalHospital, in world: World
  ) async throws {
    try await store.write { writer in
      guard try writer.first("SELECT id FROM person LIMIT 1") == nil else {
        throw DemonstrationRefusal.notEmpty
      }
      let imports = ImportHistory(hospital)
      try RosterRows(hospital, imports).insert(to: writer)
      try Directory.refresh(hospital.people.map(\.id), today: hospital.today, in: writer)
      try keepSettings(of: hospital, to: writer)
      // What was just written is in no statistics yet, by which PostgreSQL plans the reads below.
      if writer.engine == .postgres {
        try writer.execute("ANALYZE person, appointment, directory_entry, program, role_grant")
      }
      var councils = CouncilFill(hospital, writer)
      try councils.fill()
      var elections = ElectionFill(hospital, councils.world, keys: world.urnKeys, writer)
      try elections.fill()
      var mentoring = MentoringFill(hospital, councils.world, writer)
      try mentoring?.fill()
      try ConcernFill(hospital, councils.world, writer).fill()
      let noted = try Trail.take(from: writer)
      try Trail(hospital, imports, noted: noted).append(to: writer)
      try Traces(hospital, imports).insert(to: writer)
      try mark(hospital, at: world.now(), to: writer)
    }
  }

  /// The seed of the demonstration that a store holds; nil for any other store.
  package static func seed(in reader: any SQLReader) throws -> UInt64? {
    try reader.first("SELECT content FROM setting WHERE name = \(markName)")
      .flatMap { UInt64(try $0.text("content")) }
  }

  private static let markName = "demonstration"

  /// The first thing that the first administrator did.
  private static func keepSettings(
    of hospital: FictionalHospital, to writer: any SQLWriter
  ) throws {
    try Settings(institutionName: hospital.name, timeZoneName: "America/New_York")
      .save(
        by: hospital.cast[.administrator], at: hospital.opened.moment(hour: 8), to: writer)
  }

  private static func mark(
    _ hospital: FictionalHospital, at now: Instant, to writer: any SQLWriter
  ) throws {
    let people = DemonstrationRole.allCases.compactMap { role in
      hospital.cast[role].map { (role.setting, $0.text) }
    }
    try writer.executeMany(
      "INSERT INTO setting (name, content, changed_at) VALUES ($1, $2, $3)",
      ([(markName, String(hospital.seed))] + people).map { name, content in
        [name.sqlValue, content.sqlValue, now.sqlValue]
      })
    try Audit.append(
      Audit.Act("demonstration.filled", of: .institution, detail: "Seed \(hospital.seed)"),
      by: nil, at: now, to: writer)
  }
}

/// Why a store is not filled.
package enum DemonstrationRefusal: Refusal, Equatable {
  /// Somebody is in the store already: a demonstration never mixes with an institution.
  case notEmpty

  package var kind: RefusalKind { .conflict }
  package var code: String { "store-not-empty" }
  package var sentence: String {
    "This database already has people in it. Name another file for the demonstration."
  }
}
