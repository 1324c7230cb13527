import Attachments
import AttachmentsTestSupport
import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Pictures and texts that writers add behind their codes.
@Suite struct FileTests {
  /// A photograph that says where and with what it was taken.
  private static func photograph() throws -> [UInt8] {
    var file = JPEGParts(try Sample.bytes("halved.jpg"))
    file.insert(0xE1, JPEGParts.exif(1, words: "51 degrees north, my phone"))
    return file.file
  }

  @Test(arguments: Engine.available)
  func `a file is opened by who has the code and by who reads the concern, as it was cleaned`(
    _ engine: Engine
  ) async throws {
    let clean = try Sample.bytes("halved.jpg")
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Look at this.")
      try await desk.attach(try Self.photograph(), code)
      try await desk.attach(Array("Two lines\r\nof a mail.".utf8), code)
      let picture = OpenedFile.Expected(number: 1, kind: .jpeg, bytes: clean)
      let text = OpenedFile.Expected(
        number: 2, kind: .text, bytes: Array("Two lines\nof a mail.".utf8))
      #expect(try await desk.file(1, behind: code) == picture)
      #expect(try await desk.file(2, behind: code) == text)
      let id = try await desk.list(desk.chair)[0].id
      let named = try await desk.open(id, as: desk.chair).files
      #expect(named.map(\.kind) == [.jpeg, .text] && named.map(\.number) == [1, 2])
      #expect(named.map(\.size) == [clean.count, 20])
      #expect(try await desk.file(named[0].id, as: desk.chair) == picture)
      #expect(try await desk.file(named[1].id, as: desk.cast.faculty) == text)
    }
  }

  @Test(arguments: Engine.available)
  func `nothing of a file stands in the clear, neither its bytes nor its kind nor its length`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Look at this.")
      let small = Array("A line that was said at night.".utf8)
      try await desk.attach(try Self.photograph(), code)
      try await desk.attach(small, code)
      let kept = try await desk.store.read { reader in
        try reader.rows("SELECT label, sealed FROM concern_file ORDER BY number")
          .map { (try $0.bytes("label"), try $0.bytes("sealed")) }
      }
      #expect(kept.count == 2)
      #expect(Set(kept.map(\.0.count)).count == 1 && Set(kept.map(\.1.count)).count == 1)
      // A run of the picture's own data, and what a camera said.
      let secrets = [
        small, Array("51 degrees".utf8), Array("jpeg".utf8),
        Array(try Sample.bytes("halved.jpg").suffix(40)),
      ]
      for octets in kept.flatMap({ [$0.0, $0.1] }) {
        for secret in secrets { #expect(!octets.contains(secret)) }
      }
      let all = try await AllRows(desk.store).text()
      #expect(!all.contains("A line that") && !all.contains("image/"))
    }
  }

  @Test(arguments: Engine.available)
  func `another code, a number of no file, and a responder in conflict get nothing`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("About the chair.", desk.address(names: "Okafor"))
      let other = try await desk.raise("Something else.")
      try await desk.attach(try Self.photograph(), code)
      for (number, code) in [(1, other), (1, ConcernCode(in: desk.world)), (2, code), (nil, code)] {
        await #expect(throws: ConcernRefusal.nothingBehindCode) {
          try await desk.file(number, behind: code)
        }
      }
      let id = try await desk.list(desk.cast.faculty)
      let files = try await desk.store.read { reader in
        try reader.rows("SELECT id FROM concern_file").map { try $0.id("id", ID<ConcernFile>.self) }
      }
      #expect(id.count == 2 && files.count == 1)
      for person in [desk.chair, desk.cast.adviser, desk.cast.administrator] {
        await #expect(throws: Absent.self) { try await desk.file(files[0], as: person) }
      }
      #expect(try await desk.file(files[0], as: desk.cast.faculty).number == 1)
      try await desk.lock(desk.cast.faculty)
      await #expect(throws: ConcernRefusal.locked) {
        try await desk.file(files[0], as: desk.cast.faculty)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the same file sent twice is one, a sixth is refused, and a file opens what was resolved`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights.", desk.address(.named), by: desk.cast.trainee)
      let id = try await desk.list(desk.chair)[0].id
      let world = desk.world
      try await desk.handle(id, as: desk.chair) { concern, viewer, writer in
        try concern.resolve("Done.", by: viewer, in: world, writer: writer)
      }
      for number in [1, 1, 2, 3, 4, 5] { try await desk.attach(Array("Text \(number)".utf8), code) }
      #expect(try await desk.written(code).files.map(\.number) == [1, 2, 3, 4, 5])
      #expect(try await desk.written(code).concern.state == .acknowledged)
      await #expect(throws: ConcernRefusal.tooManyFiles) {
        try await desk.attach(Array("Text 6".utf8), code)
      }
      let told = try await desk.texts(
        "SELECT person FROM notice WHERE sentence LIKE 'There is a new message%' ESCAPE '!'")
      #expect(Set(told).count == 2 && told.count == 2)
    }
  }

  @Test(arguments: Engine.available)
  func `files of anonymous writers count into the day, and never keep words out`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights.")
      let concern = try await desk.written(code).concern.id
      try await desk.store.write { writer in
        try writer.executeMany(
          trusted: """
            INSERT INTO concern_file (id, concern_id, number, said_on, is_settled, label, sealed)
            VALUES ($1, $2, $3, $4, FALSE, $5, $5)
            """,
          (1...299).map { number in
            [
              .text("file \(number)"), .text(concern.text), .integer(Int64(100 + number)),
              .text(TestWorld.today.text), .bytes([1]),
            ]
          })
      }
      let other = try await desk.raise("Words are taken still.")
      await #expect(throws: ConcernRefusal.tooManyToday) {
        try await desk.attach(Array("A text".utf8), other)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `by the morning files are told once and lie in the order of their random identifiers`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      var morning = desk.world
      morning.now = { TestWorld.now.adding(seconds: 86_400) }
      let old = try await desk.raise("Raised before.", on: day("2026-10-28"))
      _ = try await ConcernNight.pass(in: desk.world, desk.store)
      var codes = [old]
      for number in 1...8 { codes.append(try await desk.raise("Concern \(number)")) }
      for code in codes { try await desk.attach(Array("Text of \(code.text)".utf8), code) }
      #expect(try await ConcernNight.pass(in: morning, desk.store) == 2)
      #expect(try await ConcernNight.pass(in: morning, desk.store) == 0)
      let order: SQLQuery = engine == .sqlite ? "rowid" : "ctid"
      let rows = try await desk.texts("SELECT id FROM concern_file ORDER BY \(order)")
      #expect(rows == rows.sorted() && rows.count == 9)
      #expect(try await desk.texts("SELECT id FROM concern_file WHERE NOT is_settled") == [])
      if engine == .postgres {
        let versions: SQLQuery =
          "SELECT DISTINCT xmin::text FROM concern_file UNION SELECT xmin::text FROM concern_entry"
        #expect(try await desk.texts(versions).count == 2)
      }
      for code in codes {
        #expect(
          try await desk.file(1, behind: code).bytes == Array("Text of \(code.text)".utf8))
      }
    }
  }
}

extension OpenedFile {
  /// What a test compares.
  struct Expected: Equatable {
    let number: Int
    let kind: FileKind
    let bytes: [UInt8]
  }

  fileprivate var found: Expected { Expected(number: number, kind: file.kind, bytes: file.bytes) }
}

extension Desk {
  /// Adds a file as a page does.
  func attach(
    _ bytes: [UInt8], _ code: ConcernCode, on day: Day = TestWorld.today
  ) async throws {
    let file = try SealedFile(CleanFile(received: bytes), for: try await written(code), in: world)
    let world = world
    try await store.write { writer in
      try WrittenConcern.attach(file, behind: code, on: day, in: world, writer: writer)
    }
  }

  @discardableResult
  fileprivate func file(
    _ number: Int?, behind code: ConcernCode
  ) async throws -> OpenedFile.Expected {
    try await store.read { try OpenedFile(number, behind: code, reader: $0).found }
  }

  @discardableResult
  fileprivate func file(
    _ id: ID<ConcernFile>, as person: PersonID
  ) async throws -> OpenedFile.Expected {
    let session = session(person)
    return try await stage.see(as: person) { viewer, reader in
      let key = try UnlockedKey.current(of: viewer, in: session, reader: reader)
      return try OpenedFile(id, viewer: viewer, with: key, reader: reader).found
    }
  }

  fileprivate func lock(_ person: PersonID) async throws {
    let session = session(person)
    try await store.write { try UnlockedKey.lock(session, writer: $0) }
  }
}
