import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The pages of career resources.
@Suite struct ResourcesPageTests {
  private static let path = "/mentoring/resources"

  @Test(arguments: Engine.available)
  func `a long list has pages, and an address that names one opens its page`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let (office, trainee) = (site.stage.cast.office, site.stage.cast.trainee)
      let ids = try await Self.add(25, to: site)
      let first = try await site.get(Self.path, as: trainee).text
      #expect(first.contains("Resource 01") && !first.contains("Resource 25"))
      let named = try await site.get(
        Self.path + "?for=all&at=\(ids[24].text)", as: trainee
      ).text
      #expect(named.contains("Resource 25") && !named.contains("Resource 01"))
      let found = try await site.get("/search?q=resource+25", as: trainee).text
      #expect(found.contains("at=\(ids[24].text)#\(ids[24].text)"))
      for query in ["for=nonsense", "for=review", "for=retired", "from=-1", "from=99", "at=x"] {
        #expect(try await site.get(Self.path + "?" + query, as: office).status == 200, "\(query)")
        #expect(try await site.get(Self.path + "?" + query, as: trainee).status == 200, "\(query)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `the file holds what the viewer may read, and formulas do nothing`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let ids = try await Self.add(2, to: site)
      try await site.stage.act(as: cast.office) { viewer, writer in
        try CareerResource.retire(ids[0], read: 1, by: viewer, writer: writer)
      }
      let own = try await site.get(Self.path + "/export", as: cast.trainee).text
      #expect(!own.contains("Resource 01") && own.contains("Resource 02"))
      #expect(!own.contains(",=1+1"))
      let kept = try await site.get(Self.path + "/export", as: cast.office).text
      #expect(kept.contains("Resource 01"))
    }
  }

  @Test(arguments: Engine.available)
  func `only whoever keeps one changes it`(_ engine: Engine) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let one = Self.path + "/\(try await Self.add(1, to: site)[0].text)"
      for act in ["/edit", "/review", "/retire", "/bring-back"] {
        let answer = try await site.post(one + act, as: cast.surgeon, ["read": "1"])
        #expect(answer.status == 404, "\(act)")
      }
      #expect(try await site.get(one + "/edit", as: cast.surgeon).status == 404)
      let unread = try await site.post(one + "/review", as: cast.director)
      #expect(unread.status == 422)
      let done = try await site.post(one + "/review", as: cast.director, ["read": "1"])
      #expect(done.status == 303)
      let twice = try await site.post(one + "/review", as: cast.director, ["read": "1"])
      #expect(twice.status == 303, "a second click is none")
      let stale = try await site.post(one + "/retire", as: cast.director, ["read": "1"])
      #expect(stale.status == 409)
    }
  }

  /// Adds resources of the department of medicine for trainees.
  private static func add(_ count: Int, to site: TestSite) async throws -> [ID<CareerResource>] {
    let (world, cast) = (site.stage.world, site.stage.cast)
    return try await site.stage.act(as: cast.office) { viewer, writer in
      try (1...count).map { number in
        try CareerResource.add(
          CareerResourceDraft(
            title: "Resource \(number < 10 ? "0" : "")\(number)", summary: "=1+1",
            audiences: [.trainees], department: cast.medicine,
            reviewOn: TestWorld.today.adding(days: 100)), by: viewer, in: world, writer: writer)
      }
    }
  }
}
