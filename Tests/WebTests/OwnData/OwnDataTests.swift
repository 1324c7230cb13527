import Foundation
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// What a person gets when they ask what is kept of them.
@Suite struct OwnDataTests {
  /// Words that stand for one person of the cast alone, and for nobody else.
  private static let marks = [
    "ada@", "olga@", "dora@", "pia@", "carl@", "gus@", "stella@", "alex@", "frank@",
    "p1@", "p2@", "p3@", "p4@",
  ]

  /// Lets much happen to many, so that there is something that could come into the wrong copy.
  private func bustle(_ site: TestSite) async throws {
    let cast = site.stage.cast
    for (reader, person) in [
      (cast.office, cast.trainee), (cast.director, cast.trainee), (cast.office, cast.other),
    ] {
      let answer = try await site.post("/people/\(person.text)/record", as: reader)
      #expect(answer.status == 200)
    }
    _ = try await site.post(
      "/programs/\(cast.generalSurgery.text)/roles/grant", as: cast.office,
      ["role": "program_coordinator", "person": "Frank Frankson"])
  }

  @Test(arguments: Engine.available)
  func `a copy holds what is kept of the person and nothing of others`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      try await bustle(site)
      let cast = site.stage.cast
      for (role, person) in cast.viewers {
        guard let person else { continue }
        let own = try await address(of: person, site)
        for answer in [
          try await site.get("/your-data", as: person),
          try await site.post("/your-data/json", as: person),
          try await site.post("/your-data/csv", as: person),
        ] {
          #expect(answer.status == 200, "\(role)")
          for mark in Self.marks {
            let isThere = answer.text.contains(mark)
            #expect(isThere == own.hasPrefix(mark), "\(role): \(mark)")
          }
          #expect(!answer.text.contains("token-of-"), "\(role)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `nothing that others do changes a copy, unless it is done to the person`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let before = try await tables(of: cast.trainee, site)
      _ = try await site.post("/people/\(cast.other.text)/record", as: cast.office)
      _ = try await site.post(
        "/people/\(cast.other.text)/edit", as: cast.office,
        ["family_name": "Changed", "capacity": "trainee", "address": "changed@hospital.example"])
      _ = try await site.post("/your-data/json", as: cast.other)
      // The person's own visits are theirs, and the copy before is noted.
      let beside: Set = ["sessions", "acts"]
      let after = try await tables(of: cast.trainee, site)
      #expect(
        after.filter { !beside.contains($0.key) } == before.filter { !beside.contains($0.key) })
      _ = try await site.post("/people/\(cast.trainee.text)/record", as: cast.office)
      let last = try await tables(of: cast.trainee, site)
      #expect(last["who-opened-my-record"]?.first?["Who"] == "Olga Olgason")
      #expect(last["acts-about-you"]?.first?.keys.sorted() == ["What", "When"])
    }
  }

  @Test(arguments: Engine.available)
  func `the copy says everything of a trainee in plain words`(engine: Engine) async throws {
    try await withSite(engine) { site in
      let tables = try await tables(of: site.stage.cast.other, site)
      #expect(
        tables["person"] == [
          ["Fact": "Given name", "Value": "Sam"], ["Fact": "Family name", "Value": "Okafor"],
          ["Fact": "Preferred given name", "Value": ""], ["Fact": "Degrees", "Value": "MD"],
          ["Fact": "Mail address", "Value": "p2@hospital.example"],
          ["Fact": "Here as", "Value": "Trainee"], ["Fact": "Personnel number", "Value": "P2"],
        ])
      #expect(
        tables["appointments"] == [
          [
            "Program": "General Surgery", "Department": "Surgery",
            "Site": "Veterans Medical Center", "Level": "PGY-3", "Standing": "Leave of absence",
            "First day": "2024-07-01", "Last day": "2029-06-30",
          ]
        ])
      #expect(tables["roles"] == [])
      #expect(tables["notices"] == [])
      let director = try await self.tables(of: site.stage.cast.director, site)
      #expect(
        director["roles"] == [
          [
            "Role": "Program director", "Where": "Internal Medicine", "First day": "2026-11-02",
            "Last day": "", "State": "Now",
          ]
        ])
    }
  }

  @Test(arguments: Engine.available)
  func `taking a copy is on record, and ten within an hour are enough`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let last = try await site.stage.lastAct()
      for copy in 0..<11 {
        let path = copy % 2 == 0 ? "/your-data/json" : "/your-data/csv"
        let answer = try await site.post(path, as: cast.trainee)
        #expect(answer.status == (copy < 10 ? 200 : 429))
      }
      let refused = try await site.post("/your-data/json", as: cast.trainee)
      #expect(refused.text.contains("You can take the next one in 60 minutes."))
      let acts = try await site.stage.acts(after: last)
      #expect(
        acts == (0..<10).map { "own_data.copied: \($0 % 2 == 0 ? "JSON" : "CSV")" })
      #expect(try await site.post("/your-data/json", as: cast.other).status == 200)
      #expect(try await site.get("/your-data", as: cast.trainee).status == 200)
    }
  }

  @Test func `every part that keeps something of people says who may see it`() async throws {
    try await withSite(.sqlite) { site in
      for (role, person) in site.stage.cast.viewers {
        guard let person else { continue }
        let answer = try await site.post("/your-data/json", as: person)
        let document = try #require(
          try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
        let tables = try #require(document["tables"] as? [[String: Any]])
        #expect(tables.count >= 10, "\(role)")
        for table in tables {
          #expect((table["seenBy"] as? String)?.isEmpty == false, "\(role): \(table)")
          #expect((table["title"] as? String)?.isEmpty == false, "\(role): \(table)")
        }
      }
    }
  }

  private func address(of person: PersonID, _ site: TestSite) async throws -> String {
    try await site.stage.store.read { reader in
      try reader.first("SELECT address FROM person WHERE id = \(person)")?.text("address") ?? ""
    }
  }

  /// The rows of each table in a copy.
  private func tables(
    of person: PersonID, _ site: TestSite
  ) async throws -> [String: [[String: String]]] {
    struct Copy: Decodable {
      let tables: [Table]

      struct Table: Decodable {
        let name: String
        let rows: [[String: String]]
      }
    }
    let answer = try await site.post("/your-data/json", as: person)
    let copy = try JSONDecoder().decode(Copy.self, from: Data(answer.text.utf8))
    return Dictionary(uniqueKeysWithValues: copy.tables.map { ($0.name, $0.rows) })
  }
}
