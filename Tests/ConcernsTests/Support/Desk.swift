import Concerns
import Credentials
import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport

/// A council's group with two responders, and one of the institution behind it with one.
struct Desk: Sendable {
  let stage: Stage
  /// Handled by the chair, a surgery trainee, and by a member of the faculty.
  let council: ID<HandlingGroup>
  /// Handled by the adviser.
  let institution: ID<HandlingGroup>
  let category: ID<ConcernCategory>
  /// The stage's, with draws that do not grow from one to the next.
  let world: World

  var cast: Cast { stage.cast }
  var store: any Store { stage.store }
  var chair: PersonID { cast.other }
}

/// Lends a store with a desk that takes concerns: keys are made, sheets are printed.
func withDesk<Answer>(
  _ engine: Engine, _ body: (Desk) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine) { stage in
    let cast = stage.cast
    let world = World(
      now: stage.world.now, randomBytes: RandomBytes.seeded(2026).fill)
    let desk = try await stage.act(as: cast.office) { office, writer in
      let institution = try HandlingGroup.found(
        HandlingGroup.Draft(name: "Institution", purpose: "Whatever others cannot take."),
        by: office, in: world, writer: writer)
      let council = try HandlingGroup.found(
        HandlingGroup.Draft(
          name: "Resident council", purpose: "Whatever makes training harder.",
          fallback: institution), by: office, in: world, writer: writer)
      for (person, title, group) in [
        (cast.other, "Chair", council), (cast.faculty, "Faculty adviser", council),
        (cast.adviser, "Ombudsperson", institution),
      ] {
        try Responder.name(
          .init(person: person, title: title), in: group, by: office, at: world, writer: writer)
      }
      let category = try ConcernCategory.add(
        ConcernCategory.Draft(
          name: "Workload", hint: "Duty hours, staffing.",
          promise: .init(acknowledge: 2, answer: 5, close: 20)), by: office, in: world,
        writer: writer)
      return Desk(
        stage: stage, council: council, institution: institution, category: category,
        world: world)
    }
    for person in [cast.other, cast.faculty, cast.adviser] { try await desk.makeKey(person) }
    _ = try await desk.drawSheet(of: desk.council, by: cast.other)
    _ = try await desk.drawSheet(of: desk.institution, by: cast.adviser)
    return try await body(desk)
  }
}

extension Desk {
  static let passphrase = "seven geese cross the quiet river"

  /// The sign-in of someone; each has one.
  func session(_ person: PersonID) -> ReadingSession {
    ReadingSession(
      session: "session of \(person.text)",
      seed: Array(Array(person.text.utf8).suffix(SealedBox.keyLength)))
  }

  func passphrase(_ person: PersonID, on day: Day = TestWorld.today) async throws -> Passphrase {
    let viewer = try await stage.see(as: person, on: day) { viewer, _ in viewer }
    return Passphrase(store, world, by: viewer) { typed, salt in
      try PassphraseSeed.octets(of: typed, salt: salt, cost: .quickForTests)
    }
  }

  func makeKey(_ person: PersonID) async throws {
    try await store.write { writer in
      try writer.execute(
        """
        INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
          created_at, seen_at)
        VALUES (\("hash of \(person.text)"), \("session of \(person.text)"), \(person), 'link',
          FALSE, '', \(TestWorld.now), \(TestWorld.now))
        ON CONFLICT (token_hash) DO NOTHING
        """)
    }
    try await passphrase(person).make(
      Self.passphrase, again: Self.passphrase, in: session(person))
  }

  func drawSheet(
    of group: ID<HandlingGroup>, by person: PersonID
  ) async throws -> RecoverySheet {
    let (session, world) = (session(person), world)
    return try await stage.act(as: person) { viewer, writer in
      let key = try UnlockedKey.current(of: viewer, in: session, reader: writer)
      guard let key else { throw ConcernRefusal.locked }
      return try RecoverySheet.draw(
        for: group, by: viewer, with: key, in: world, writer: writer)
    }
  }

  func address(
    _ manner: Manner = .anonymous, about program: ProgramID? = nil, leaders: Bool = false,
    office: Bool = false, names: String = ""
  ) -> ConcernAddress {
    ConcernAddress(
      manner: manner, group: council, category: category, program: program,
      isAboutLeaders: leaders, isAboutOffice: office, names: names)
  }

  func readers(
    of address: ConcernAddress, writer: PersonID? = nil
  ) async throws -> ConcernReaders {
    try await stage.see(as: address.manner == .anonymous ? nil : writer) { viewer, reader in
      try ConcernReaders.of(address, writer: writer, viewer: viewer, reader: reader)
    }
  }

  /// Raises a concern as a page does, and gives its code.
  @discardableResult
  func raise(
    _ text: String, _ address: ConcernAddress? = nil, by person: PersonID? = nil,
    urgent: Bool = false, on day: Day = TestWorld.today
  ) async throws -> ConcernCode {
    let draft = ConcernDraft(address: address ?? self.address(), text: text, isUrgent: urgent)
    let code = ConcernCode(in: world)
    let seen = try await readers(of: draft.address, writer: person).digest
    let world = world
    try await stage.act(as: person, on: day) { viewer, writer in
      try Concern.raise(
        SentConcern(draft, code: code, seen: seen), by: viewer, in: world, writer: writer)
    }
    return code
  }

  /// The concerns that someone finds in their list.
  func list(_ person: PersonID?, _ filter: ConcernFilter = .open) async throws -> [Concern] {
    try await stage.see(as: person) { viewer, reader in
      try Concern.list(filter, at: .start, viewer: viewer, reader: reader).entries
    }
  }

  /// A concern as someone opens it with their key.
  func open(_ id: ID<Concern>, as person: PersonID) async throws -> OpenedConcern {
    let session = session(person)
    return try await stage.see(as: person) { viewer, reader in
      try OpenedConcern(
        id, viewer: viewer,
        with: try UnlockedKey.current(of: viewer, in: session, reader: reader), reader: reader)
    }
  }

  /// What someone does with a concern.
  func handle(
    _ id: ID<Concern>, as person: PersonID, on day: Day = TestWorld.today,
    _ act: @escaping @Sendable (OpenedConcern, Viewer, any SQLWriter) throws -> Void
  ) async throws {
    let session = session(person)
    try await stage.act(as: person, on: day) { viewer, writer in
      let key = try UnlockedKey.current(of: viewer, in: session, reader: writer)
      try act(
        try OpenedConcern(id, viewer: viewer, with: key, reader: writer), viewer, writer)
    }
  }

  /// What whoever has a code reads.
  func written(_ code: ConcernCode) async throws -> WrittenConcern {
    try await store.read { try WrittenConcern.open(code, reader: $0) }
  }

  func texts(_ query: SQLQuery) async throws -> [String] {
    try await store.read { reader in
      try reader.rows(query).map { row in
        if case .text(let text)? = row.values.first { text } else { "\(row.values)" }
      }
    }
  }
}

extension Desk {
  /// The morning that comes after a day.
  func morning(after text: String) async throws {
    var morning = world
    let next = day(text).adding(days: 1)
    morning.now = { next.instant(hour: 14, in: .gmt) }
    _ = try await ConcernNight.pass(in: morning, store)
  }
}
