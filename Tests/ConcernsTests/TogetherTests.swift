import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Assigning concerns, and handling several of them as one.
@Suite struct TogetherTests {
  @Test(arguments: Engine.available)
  func `what is answered to one is answered to those that are handled with it`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      let first = try await desk.raise("Nights are too short.")
      let second = try await desk.raise("Nights again.")
      let target = try await desk.written(first).concern.id
      let other = try await desk.written(second).concern.id
      let world = desk.world
      try await desk.handle(other, as: desk.chair) {
        try $0.merge(target.text, by: $1, writer: $2)
      }
      #expect(try await desk.list(desk.chair).map(\.id) == [target])
      try await desk.handle(target, as: desk.chair) {
        try $0.answer("A float begins.", by: $1, in: world, writer: $2)
        try $0.note("Only for us.", by: $1, in: world, writer: $2)
      }
      for code in [first, second] {
        let written = try await desk.written(code)
        #expect(written.entries.map(\.content.text).last == "A float begins.")
        #expect(written.concern.state == .acknowledged)
        #expect(written.entries.count == 2)
      }
      try await desk.handle(target, as: desk.cast.faculty) {
        try $0.resolve("It began.", by: $1, in: world, writer: $2)
      }
      #expect(try await desk.written(second).concern.state == .resolved)
      try await desk.handle(target, as: desk.chair) { try $0.reopen(by: $1, writer: $2) }
      try await desk.handle(other, as: desk.chair) { try $0.separate(by: $1, writer: $2) }
      #expect(try await desk.list(desk.chair).count == 2)
      try await desk.handle(target, as: desk.chair) {
        try $0.answer("Apart.", by: $1, in: world, writer: $2)
      }
      #expect(try await desk.written(second).entries.last?.content.text == "It began.")
    }
  }

  @Test(arguments: Engine.available)
  func `nobody learns of a concern from one with which it would be handled`(
    _ engine: Engine
  ) async throws {
    try await withDesk(engine) { desk in
      // The chair is named in one, and so does not read it.
      let hidden = try await desk.raise("About the chair.", desk.address(names: "Okafor"))
      let open = try await desk.raise("Nights.")
      let (one, two) = (
        try await desk.written(hidden).concern.id, try await desk.written(open).concern.id
      )
      try await desk.handle(two, as: desk.cast.faculty) { concern, viewer, writer in
        let partners = try concern.partners(viewer: viewer, reader: writer)
        #expect(partners.isEmpty)
        #expect(throws: Problems.self) {
          try concern.merge(one.text, by: viewer, writer: writer)
        }
      }
      try await desk.handle(one, as: desk.cast.faculty) { concern, viewer, writer in
        #expect(throws: Problems.self) {
          try concern.merge(two.text, by: viewer, writer: writer)
        }
      }
      #expect(
        try await desk.texts("SELECT id FROM concern WHERE merged_into IS NOT NULL") == [])
    }
  }

  @Test(arguments: Engine.available)
  func `only who reads a concern can be asked to see to it`(_ engine: Engine) async throws {
    try await withDesk(engine) { desk in
      let code = try await desk.raise("About the chair.", desk.address(names: "Okafor"))
      let id = try await desk.written(code).concern.id
      let (chair, faculty, world) = (desk.chair, desk.cast.faculty, desk.world)
      try await desk.handle(id, as: faculty) { concern, viewer, writer in
        #expect(try concern.readers(writer).map(\.person) == [faculty])
        #expect(throws: Problems.self) {
          try concern.assign(chair.text, by: viewer, in: world, writer: writer)
        }
        try concern.assign(faculty.text, by: viewer, in: world, writer: writer)
      }
      let opened = try await desk.open(id, as: faculty)
      #expect(opened.concern.assignee?.person == faculty)
      #expect(opened.acts.map(\.act) == [.assigned])
    }
  }
}
