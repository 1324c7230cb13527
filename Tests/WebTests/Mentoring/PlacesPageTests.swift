import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// A mentor's places on a page of their own.
@Suite struct PlacesPageTests {
  private static let path = "/mentoring/places"

  @Test(arguments: Engine.available)
  func `a mentor finds the page and changes the number, and nobody else has it`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      _ = try await MatrixMentoring.begin(on: site.stage)
      let (mentor, trainee) = (site.stage.cast.faculty, site.stage.cast.trainee)
      let start = try await site.get("/mentoring", as: mentor).text
      #expect(start.contains("You mentor at most 2 people.") && start.contains(Self.path))
      let wrong = try await site.post(Self.path, as: mentor, ["places": "many"])
      #expect(wrong.status == 422 && wrong.text.contains("Write a number of people from 0 to 20."))
      #expect(wrong.text.contains("value=\"many\""))
      #expect(try await site.post(Self.path, as: mentor, ["places": "1"]).status == 303)
      #expect(try await site.get(Self.path, as: mentor).text.contains("value=\"1\""))
      let copy = try await site.get("/mentoring", as: mentor).text
      #expect(copy.contains("You mentor at most 1 person."))

      #expect(try await !site.get("/mentoring", as: trainee).text.contains(Self.path))
      #expect(try await site.get(Self.path, as: trainee).status == 404)
      #expect(try await site.post(Self.path, as: trainee, ["places": "1"]).status == 404)
    }
  }
}
