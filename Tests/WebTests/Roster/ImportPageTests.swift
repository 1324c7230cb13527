import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// What an import's pages say of refused rows, and of the way back.
@Suite struct ImportPageTests {
  private static let header =
    "Personnel ID,Last Name,Department,Program,PGY,Status,Start,End"
  private static let usual = "Medicine,Internal Medicine,2,Active,7/1/2025,6/30/2028"

  /// Imports lines so many days ago, as the operator does at a terminal.
  private func imported(
    _ lines: [String], _ site: TestSite, daysAgo: Int = 0
  ) async throws -> ID<RosterImport> {
    let moment = TestWorld.now.adding(seconds: -daysAgo * 86_400)
    let occasion = RosterOccasion(
      store: site.stage.store,
      world: daysAgo == 0 ? site.stage.world : TestWorld.make(at: moment),
      today: TestWorld.today.adding(days: -daysAgo))
    return try await withFolder { folder in
      let path = folder + "/roster.csv"
      let text = ([Self.header] + lines).joined(separator: "\n")
      try Data(text.utf8).write(to: URL(filePath: path))
      let report = try await RosterImport.fromFile(
        RosterFile(path: path), dryRun: false, on: occasion)
      return try #require(report.importID)
    }
  }

  private func link(_ id: ID<RosterImport>) -> String { "href=\"/imports/\(id.text)/refused.csv\"" }

  @Test(arguments: Engine.available)
  func `refused rows are handed out as they were, with what is wrong behind each`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let id = try await imported(
        [
          "N1,Li,\(Self.usual)", "N2,\"O, Neil\",Medicine,Internal Medicine,x,?,7/1/2025,6/30/2028",
        ],
        site)
      let page = try await site.get("/imports/\(id.text)", as: cast.office)
      #expect(page.text.contains("\(link(id))>Download the refused row</a>"))
      let file = try await site.get("/imports/\(id.text)/refused.csv", as: cast.office)
      #expect(
        file.text == """
          \u{FEFF}\(Self.header),Line,Column,Reason\r
          N2,"O, Neil",Medicine,Internal Medicine,x,?,7/1/2025,6/30/2028,3,"PGY; Status",\
          "not a level; not a known status: use Active, Leave, Remediation, Probation, Withdrawn, \
          Dismissed, Graduated or Transferred"\r\n
          """)
      for person in [cast.dio, cast.director, cast.trainee] {
        #expect(try await site.get("/imports/\(id.text)/refused.csv", as: person).status == 404)
      }
      let two = try await imported(["N3,A,\(Self.usual)?", "N4,B,\(Self.usual)?"], site)
      let several = try await site.get("/imports/\(two.text)", as: cast.office)
      #expect(several.text.contains("\(link(two))>Download the 2 refused rows</a>"))
    }
  }

  @Test(arguments: Engine.available)
  func `an import says until when it can be undone, and then offers it no more`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let office = site.stage.cast.office
      let old = try await imported(
        ["N1,Lindqvist,\(Self.usual)", "N2,Vo,\(Self.usual)?"], site, daysAgo: 90)
      let fresh = try await imported(["N3,Li,\(Self.usual)"], site)
      let undo = "Undo this import"
      let page = try await site.get("/imports/\(fresh.text)", as: office)
      #expect(page.text.contains(undo))
      #expect(page.text.contains("You can undo this import until January 31, 2027, 10:00 am"))
      for isPurged in [false, true] {
        let over = try await site.get("/imports/\(old.text)", as: office)
        #expect(over.text.contains("It can no longer be undone"))
        #expect(over.text.contains("not a date"))
        #expect(!over.text.contains(undo))
        #expect(over.text.contains("Lindqvist") != isPurged)
        #expect(over.text.contains("Download the refused row") != isPurged)
        let refused = try await site.post("/imports/\(old.text)/undo", as: office)
        #expect(refused.status == 409)
        #expect(refused.text.contains("can no longer be undone"))
        if !isPurged { _ = try await site.run("roster.purge", at: TestWorld.now) }
      }
      let undone = try await site.post("/imports/\(fresh.text)/undo", as: office)
      #expect(undone.status == 303)
    }
  }

  @Test func `a purge says what it removed, and is due each day`() async throws {
    try await withSite(.sqlite) { site in
      let outcome = try await site.run("roster.purge", at: TestWorld.now)
      #expect(
        outcome == "Removed 0 files that nobody imported, and what 0 imports kept for an undo.")
      let kind = try #require(Parts.jobs.first { $0.name == "roster.purge" })
      #expect(
        kind.nextDue?(TestWorld.now, Settings()) == TestWorld.now.adding(seconds: 86_400))
    }
  }
}
