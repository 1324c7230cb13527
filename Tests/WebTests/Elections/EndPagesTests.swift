import Elections
import ElectionsTestSupport
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What stands in the place of a result where nothing was counted, and how an open election ends.
@Suite struct EndPagesTests {
  private func announced(
    _ ward: Ward, _ site: TestSite, standing people: [PersonID]
  ) async throws -> String {
    let begun = try await site.post(
      "/organizations/\(ward.organization.text)/elections/begin", as: ward.chief, ward.typed)
    let path = try #require(begun.location)
    _ = try await site.post(path + "/announce", as: ward.chief)
    for person in people { _ = try await site.post(path + "/stand", as: person) }
    let id = try #require(path.split(separator: "/").last.map(String.init))
    try await ward.turnToVoting(id)
    return path
  }

  @Test(arguments: Engine.available)
  func `who is elected without a vote stands on a page of results, with who waits for a seat`(
    _ engine: Engine
  ) async throws {
    try await withWardSite(engine) { ward, site in
      let first = try await announced(ward, site, standing: [ward.lee, ward.kim])
      let declared = try await site.post(first + "/declare", as: ward.officer)
      #expect(declared.status == 303)
      let page = try await site.get(first + "/results", as: ward.cast.trainee)
      #expect(page.status == 200)
      for words in ["Lee Doe", "Kim Doe", "elected without a vote"] {
        #expect(page.text.contains(words), "\(words)")
      }
      #expect(!page.text.contains("Waits for the seat"))
      let own = try await site.get(first, as: ward.cast.trainee)
      #expect(own.text.contains(first + "/results"))

      let second = try await announced(ward, site, standing: [ward.chief])
      _ = try await site.post(second + "/declare", as: ward.officer)
      let waiting = try await site.get(second + "/results", as: ward.lee)
      for words in [
        "Chidi Doe", "Waits for the seat", "holds this seat until June 30, 2027",
        "The seat is taken when it falls free.",
      ] {
        #expect(waiting.text.contains(words), "\(words)")
      }
      for file in ["ballots.blt", "report.json", "receipts.txt"] {
        #expect(try await site.get("\(second)/\(file)", as: ward.lee).status == 404)
      }
    }
  }

  @Test(arguments: Engine.available)
  func `where nobody stood the page of results says that it was called off, and why`(
    _ engine: Engine
  ) async throws {
    try await withWardSite(engine) { ward, site in
      let path = try await announced(ward, site, standing: [])
      let answer = try await site.post(
        path + "/call-off", as: ward.chief, ["reason": "Nobody stood."])
      #expect(answer.status == 303)
      let page = try await site.get(path + "/results", as: ward.lee)
      #expect(page.status == 200)
      #expect(page.text.contains("Nobody stood.") && page.text.contains("There was no vote."))
    }
  }

  @Test(arguments: Engine.available)
  func `the election officer calls an open election off by a form that says what it does`(
    _ engine: Engine
  ) async throws {
    try await withPollSite(engine) { poll, site in
      try await poll.cast([1], by: poll.voters[0])
      for person in [poll.voters[0], poll.stage.cast.office, poll.stage.cast.administrator] {
        #expect(try await site.get(poll.path("call-off"), as: person).status == 404)
        let sent = try await site.post(
          poll.path("call-off"), as: person, ["reason": "I may lose."])
        #expect(sent.status == 403)
      }
      let form = try await site.get(poll.path("call-off"), as: poll.officer)
      #expect(form.text.contains("All ballots are destroyed, and nobody reads them."))
      let empty = try await site.post(poll.path("call-off"), as: poll.officer, ["reason": " "])
      #expect(empty.status == 422)
      #expect(empty.text.contains("Write why, in a sentence."))
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 1)
      let done = try await site.post(
        poll.path("call-off"), as: poll.officer, ["reason": "A name was missing."])
      #expect(done.status == 303)
      #expect(poll.keys.elections() == [])
      let page = try await site.get(poll.path("results"), as: poll.voters[0])
      #expect(page.text.contains("A name was missing."))
      #expect(page.text.contains("nobody has read them"))
      #expect(try await site.get(poll.path("ballot"), as: poll.voters[1]).status == 409)
    }
  }

  @Test(arguments: Engine.available)
  func `the program opens, reminds and seats by itself, and says how many`(
    _ engine: Engine
  ) async throws {
    try await withWardSite(engine) { ward, site in
      _ = try await announced(ward, site, standing: [ward.lee])
      #expect(
        try await site.run(Election.openingJob, at: TestWorld.now)
          == "0 elections were opened; 1 cannot be yet, and its officers are told why.")
      #expect(
        try await site.run(VotingReminders.job, at: TestWorld.now.adding(seconds: 1))
          == "People were reminded in 0 elections.")
      #expect(
        try await site.run(WaitingSeats.job, at: TestWorld.now.adding(seconds: 2))
          == "0 people were seated.")
    }
  }
}
