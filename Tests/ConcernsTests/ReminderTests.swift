import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Who is told of what was promised, and when.
@Suite struct ReminderTests {
  private let due: SQLQuery =
    "SELECT person FROM notice WHERE sentence LIKE 'Something that you promised%' ORDER BY person"
  private let late: SQLQuery =
    "SELECT person FROM notice WHERE sentence LIKE '%later than was promised.' ORDER BY person"

  @Test(arguments: Engine.available)
  func `each promise is said once the business day before, to whoever sees to it`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      // A Thursday: it is acknowledged until Monday.
      let code = try await desk.raise("Nights.", on: day("2026-11-05"))
      let id = try await desk.written(code).concern.id
      let (chair, faculty, world) = (desk.chair, desk.cast.faculty, desk.world)
      try await desk.handle(id, as: chair, on: day("2026-11-05")) {
        try $0.assign(faculty.text, by: $1, in: world, writer: $2)
      }
      try await desk.morning(after: "2026-11-04")
      #expect(try await desk.texts(due) == [])
      for friday in ["2026-11-05", "2026-11-05", "2026-11-06", "2026-11-07"] {
        try await desk.morning(after: friday)
        #expect(try await desk.texts(due) == [faculty.text], "\(friday)")
      }
      // The mornings have locked the key.
      try await desk.passphrase(chair).unlock(Desk.passphrase, in: desk.session(chair))
      try await desk.handle(id, as: chair, on: day("2026-11-09")) {
        try $0.acknowledge(by: $1, writer: $2)
        try $0.assign("", by: $1, in: world, writer: $2)
      }
      // Answered until the 12th.
      try await desk.morning(after: "2026-11-09")
      #expect(try await desk.texts(due) == [faculty.text])
      try await desk.morning(after: "2026-11-10")
      #expect(
        try await desk.texts(due) == [chair, faculty, faculty].map(\.text).sorted())
    }
  }

  @Test(arguments: Engine.available)
  func `what is late is told to those who answer for the group, without a word of it`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      // Until the 4th, a Wednesday; late by more than three business days on the 10th.
      try await desk.raise("Nights.", on: day("2026-11-02"))
      try await desk.morning(after: "2026-11-08")
      #expect(try await desk.texts(late) == [])
      for evening in ["2026-11-09", "2026-11-09", "2026-11-10"] {
        try await desk.morning(after: evening)
        #expect(try await desk.texts(late) == [desk.cast.dio.text], "\(evening)")
      }
      #expect(
        try await desk.texts("SELECT sentence FROM notice WHERE sentence LIKE '%Nights%'") == [])
    }
  }

  @Test(arguments: Engine.available)
  func `nobody is told of what waits for something`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("Nights.", on: day("2026-11-02"))
      let world = desk.world
      let id = try await desk.written(code).concern.id
      try await desk.handle(id, as: desk.chair) {
        try $0.pause("The writer is away.", by: $1, in: world, writer: $2)
      }
      try await desk.morning(after: "2026-12-10")
      #expect(try await desk.texts(due) == [])
      #expect(try await desk.texts(late) == [])
    }
  }
}
