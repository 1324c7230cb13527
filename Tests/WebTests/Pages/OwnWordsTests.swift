import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Where the institution has words of its own, no page says ours.
@Suite struct OwnWordsTests {
  private static let own: [Settings.Word: String] = [
    .trainee: "zookeeper", .program: "orchard", .department: "elbow", .site: "igloo",
    .office: "umbrella desk",
  ]
  /// What no page may say; what people wrote themselves holds none of it.
  private static let ours = ["trainee", "program", "department", "site", "gme office"]

  @Test func `no page says one of our words where the institution has its own`() async throws {
    try await withSite(.sqlite) { site in
      var settings = Settings(institutionName: "Meridian")
      settings.words = Self.own
      let kept = settings
      let now = site.stage.world.now()
      try await site.stage.store.write { writer in
        // What was told before keeps the words of its day.
        try writer.execute("DELETE FROM notice")
        try kept.save(by: nil, at: now, to: writer)
      }
      let cast = site.stage.cast
      let granted = try await site.post(
        "/programs/\(cast.generalSurgery.text)/roles/grant", as: cast.office,
        ["role": "program_coordinator", "person": "Carl Carlson"])
      #expect(granted.status == 303)
      for person in [cast.administrator, cast.director, cast.coordinator, cast.trainee] {
        let texts = try await crawl(site, as: person)
        #expect(texts.count > 25)
        for (path, text) in texts where path != "/settings" {
          // A mentoring program is none of those in which someone trains.
          let text = text.replacing("mentoring program", with: "")
          for word in Self.ours where text.words(with: word) {
            Issue.record("\(path) says “\(word)”: \(text.around(word))")
          }
          #expect(!text.contains("{") && !text.contains("}"), "\(path)")
        }
        let all = texts.values.joined(separator: " ")
        for own in ["Orchards", "Elbows", "Igloos", "zookeeper", "umbrella desk"] {
          #expect(all.contains(own), "\(own)")
        }
      }
    }
  }

  @Test(arguments: Engine.available)
  func `refusals, problems and what an action said have the institution's words`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let cast = site.stage.cast
      let words = [
        "institution": "Meridian", "time-zone": "America/New_York", "year-start": "7-1",
        "public-threshold": "11", "internal-threshold": "5", "digest-hour": "7",
        "undo-days": "90", "reminder-days": "7",
        "word-program": "orchard", "word-department": "elbow", "words-department": "elbows all",
      ]
      #expect(try await site.post("/settings", as: cast.administrator, words).status == 303)
      let back = try await site.post("/programs/add", as: cast.office, [:])
      #expect(back.text.contains("Write the orchard"))
      #expect(back.text.contains("Choose the elbow."))
      let refused = try await site.post(
        "/programs/\(cast.generalSurgery.text)/roles/grant", as: cast.office,
        ["role": "program_director", "person": "Frank Frankson"])
      #expect(refused.text.contains("An orchard has one director at a time"))
      let nav = try await site.get("/", as: cast.trainee)
      #expect(nav.text.contains("Elbows all"))
      #expect(!nav.text.contains("Departments"))
    }
  }

  @Test(arguments: Engine.available)
  func `the audit trail says its entries in the words of today, and is not changed by it`(
    engine: Engine
  ) async throws {
    try await withSite(engine) { site in
      let (cast, now) = (site.stage.cast, site.stage.world.now())
      try await site.stage.store.write { writer in
        // As the trail had it before entries held places for words.
        try Audit.append(
          Audit.Act(
            "role.granted", of: .person(cast.faculty), detail: "Program director, Elsewhere"),
          by: cast.office, at: now, to: writer)
      }
      let edit = ["name": "General Surgery", "department": cast.medicine.text]
      #expect(
        try await site.post(
          "/programs/\(cast.generalSurgery.text)/edit", as: cast.office, edit
        ).status == 303)
      let ours = try await site.get("/audit", as: cast.office).text.said
      #expect(ours.contains("Program director, General Surgery, from"))
      try await site.stage.store.write { writer in
        var settings = try Settings(reader: writer)
        settings.words = Self.own
        try settings.save(by: cast.administrator, at: now, to: writer)
      }
      let page = try await site.get("/audit", as: cast.office).text
      #expect(page.contains(">elbow</td>"))
      let own = page.said
      for said in [
        "Orchard director, General Surgery, from", "Orchard edited",
        "word elbow, word umbrella desk, word orchard, word igloo, word zookeeper",
        "Program director, Elsewhere",
      ] {
        #expect(own.contains(said), "\(said)")
      }
      #expect(!own.contains("Program director, General Surgery") && !own.contains("{"))
      guard case .sound = try await site.stage.store.read({ try Audit.verify($0) }) else {
        Issue.record("the trail was changed")
        return
      }
    }
  }

  /// What the pages say, by their addresses, as far as links lead.
  private func crawl(
    _ site: TestSite, as person: PersonID
  ) async throws -> [String: String] {
    var open = ["/"]
    var seen: Set<String> = ["/"]
    var texts: [String: String] = [:]
    while let path = open.popLast() {
      let page = try await site.get(path, as: person)
      guard page.status == 200, page.text.hasPrefix("<!DOCTYPE html>") else { continue }
      texts[path] = page.text.said
      for next in page.paths where !next.hasPrefix("/assets/") {
        let base = String(next.split(separator: "?", omittingEmptySubsequences: false)[0])
        if seen.insert(base).inserted { open.append(next) }
      }
    }
    return texts
  }
}

extension String {
  /// What a reader sees or hears of a page: text, and the attributes that are read out; no names
  /// of acts, which are set as code.
  fileprivate var said: String {
    var said = ""
    for part in split(separator: "<") where !part.hasPrefix("code>") {
      let pieces = part.split(separator: ">", maxSplits: 1)
      let tag = pieces.first ?? ""
      for name in ["aria-label=\"", "placeholder=\"", "data-label=\""] {
        if let range = tag.firstRange(of: name) {
          said += " " + tag[range.upperBound...].prefix { $0 != "\"" } + " "
        }
      }
      if pieces.count > 1 { said += " " + pieces[1] }
    }
    return said
  }

  /// Whether a word stands in the text, alone or as several.
  fileprivate func words(with word: String) -> Bool {
    let lower = lowercased()
    if word.contains(" ") { return lower.contains(word) }
    return lower.split { !$0.isLetter }.contains { $0 == word || $0 == word + "s" }
  }

  /// A few words around another one.
  fileprivate func around(_ word: String) -> String {
    guard let range = lowercased().firstRange(of: word) else { return "" }
    let at = lowercased().distance(from: lowercased().startIndex, to: range.lowerBound)
    return String(dropFirst(max(0, at - 40)).prefix(100))
  }
}
