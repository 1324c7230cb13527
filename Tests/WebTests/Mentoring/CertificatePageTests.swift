import Kernel
import Mentoring
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// The page that anyone may open who has the number of a certificate, and the paper.
@Suite struct CertificatePageTests {
  private static let page = "/certificates/\(MatrixMentoring.code)"

  @Test(arguments: Engine.available)
  func `the page says all that the paper says, to anyone and to everyone the same`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      _ = try await MatrixMentoring.begin(on: site.stage)
      let answer = try await site.get(Self.page)
      #expect(answer.status == 200)
      for part in [
        "This certificate holds", "Frank Frankson", "Neighbors", "Spring",
        "September 1, 2025 to June 30, 2026", "3.5", "July 1, 2026", "Hospital, Office",
        MatrixMentoring.code,
      ] {
        #expect(answer.text.contains(part), "\(part)")
      }
      for (role, person) in site.stage.cast.viewers {
        #expect(try await site.get(Self.page, as: person).text == answer.text, "\(role)")
      }
      let shouted = Self.page.uppercased().replacing("/CERTIFICATES", with: "/certificates")
      #expect(try await site.get(shouted).text == answer.text)
    }
  }

  @Test(arguments: Engine.available)
  func `an unknown number and one that cannot be are answered alike`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      _ = try await MatrixMentoring.begin(on: site.stage)
      let unknown = try await site.get("/certificates/01234-56789-abcde-fghjm")
      #expect(unknown.status == 404 && !unknown.text.contains("Frank"))
      for other in ["x", "01234-56789-abcde-fghj", "..%2f", String(repeating: "0", count: 300)] {
        let answer = try await site.get("/certificates/\(other)")
        #expect(answer.status == 404 && answer.text == unknown.text, "\(other)")
      }
    }
  }

  @Test(arguments: Engine.available)
  func `one that was revoked says the day, and why to nobody but the two sides`(
    _ engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let matrix = try await MatrixMentoring.begin(on: site.stage)
      let cast = site.stage.cast
      let path = "/mentoring/certificates/\(matrix.certificate.text)/revoke"
      let refused = try await site.post(path, as: cast.office, ["reason": " "])
      #expect(refused.status == 422 && refused.text.contains("Say why, for the person."))
      let done = try await site.post(path, as: cast.office, ["reason": "A wrong year."])
      #expect(done.status == 303)
      let answer = try await site.get(Self.page)
      #expect(answer.text.contains("revoked on November 2, 2026"))
      #expect(!answer.text.contains("This certificate holds"))
      #expect(!answer.text.contains("A wrong year."))
      #expect(try await site.get("/mentoring", as: cast.faculty).text.contains("A wrong year."))
      #expect(try await !site.get("/mentoring", as: cast.dio).text.contains("Frank Frankson"))
      let copy = try await site.get("/your-data", as: cast.faculty)
      #expect(copy.text.contains(MatrixMentoring.code))
    }
  }

  @Test(arguments: ["Frank Frankson", "محمد عبد الرحمن"])
  func `the paper is a file whose code leads to the page`(name: String) async throws {
    try await withSite(.sqlite) { site in
      let matrix = try await MatrixMentoring.begin(on: site.stage)
      try await site.stage.store.write { writer in
        try writer.execute("UPDATE mentor_certificate SET name = \(name)")
      }
      let path = "/mentoring/certificates/\(matrix.certificate.text)/export"
      for size in ["", "?paper=a4", "?paper=papyrus"] {
        let answer = try await site.get(path + size, as: site.stage.cast.faculty)
        guard answer.status == 200 else {
          // Without the libraries that draw, it says so.
          #expect(answer.status == 403 && answer.text.contains("Ask the operator to install"))
          continue
        }
        #expect(answer.text.hasPrefix("%PDF-"))
        #expect(answer.text.contains("/URI (http://localhost\(Self.page))"))
      }
    }
  }
}
