import HTTPTypes
import HummingbirdTesting
import NIOCore
import SQLStore
import Testing

/// The way on from a page that says no.
@Suite struct WayBackTests {
  private static func answer(_ site: TestSite, from referrer: String?) async throws -> String {
    var headers = HTTPFields()
    headers[.referer] = referrer
    let response = try await site.client.execute(
      uri: "/no-such-page", method: .get, headers: headers)
    #expect(response.status == .notFound)
    return String(buffer: response.body)
  }

  @Test func `whoever is refused goes back to the page from which they came`() async throws {
    try await withSite(.sqlite) { site in
      for (referrer, page) in [
        ("http://localhost/people?q=a%20b", "/people?q=a%20b"),
        ("https://localhost/mentoring", "/mentoring"),
      ] {
        let text = try await Self.answer(site, from: referrer)
        #expect(text.contains("<a href=\"\(page)\">Go back to where you were</a>"))
      }
    }
  }

  @Test(arguments: [
    nil, "", "http://localhost", "http://localhost.example/people", "http://localhost:9@x.example/",
    "http://localhost//x.example/people", "https://x.example/http://localhost/people",
    "javascript:alert(1)", "/people",
  ])
  func `no page leads to where someone else says`(referrer: String?) async throws {
    try await withSite(.sqlite) { site in
      let text = try await Self.answer(site, from: referrer)
      #expect(!text.contains("Go back to where you were"))
      #expect(text.contains("Go to the start page"))
    }
  }

  @Test func `where they came from is text, not markup`() async throws {
    try await withSite(.sqlite) { site in
      let text = try await Self.answer(site, from: "http://localhost/\"><script>alert(1)")
      #expect(text.contains("Go back to where you were"))
      #expect(!text.contains("<script>alert"))
    }
  }

  @Test func `what was refused leads back to the form`() async throws {
    try await withSite(.sqlite) { site in
      var headers = HTTPFields()
      headers[.referer] = "http://localhost/sign-in"
      headers[.contentType] = "application/x-www-form-urlencoded"
      let response = try await site.client.execute(
        uri: "/sign-in", method: .post, headers: headers)
      #expect(response.status == .forbidden)
      let text = String(buffer: response.body)
      #expect(text.contains("<a href=\"/sign-in\">Go back to where you were</a>"))
    }
  }
}
