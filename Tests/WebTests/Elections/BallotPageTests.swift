import Elections
import ElectionsTestSupport
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Voting by the pages, as a browser without script does it.
@Suite struct BallotPageTests {
  @Test(arguments: Engine.available)
  func `numbers lead to a look in words, and that to a ballot with a receipt`(
    _ engine: Engine
  ) async throws {
    try await withPollSite(engine) { poll, site in
      let voter = poll.voters[0]
      let form = try await site.get(poll.path("ballot"), as: voter)
      #expect(form.status == 200)
      for number in 1...3 {
        #expect(form.text.contains(#"name="\#(Ballot.field(number))""#))
      }
      let marks = [Ballot.field(3): "1", Ballot.field(1): "2", Ballot.field(2): ""]
      let look = try await site.post(poll.path("ballot"), as: voter, marks)
      #expect(look.status == 200)
      #expect(
        look.text.contains(
          """
          Your ballot counts for Candidate 3. As far as they do not need it, or if they cannot be \
          elected, it goes on to Candidate 1, and then to nobody else.
          """))
      #expect(look.text.contains("cannot be changed"))
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 0)

      let receipt = try #require(fieldValue("receipt", in: look.text))
      let sent = [Ballot.field(3): "1", Ballot.field(1): "2", "receipt": receipt]
      let cast = try await site.post(poll.path("ballot/cast"), as: voter, sent)
      let again = try await site.post(poll.path("ballot/cast"), as: voter, sent)
      #expect(cast.status == 200 && again.status == 200)
      #expect(cast.text.contains(receipt) && again.text.contains(receipt))
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 1)
      let after = try await site.get(poll.path("ballot"), as: voter)
      #expect(after.status == 403)
      #expect(after.text.contains("cast already"))
    }
  }

  @Test func `a second device is told that the ballot is cast, and gets no receipt`()
    async throws
  {
    try await withPollSite(.sqlite) { poll, site in
      let voter = poll.voters[0]
      let marks = [Ballot.field(2): "1"]
      var receipts: [String] = []
      for _ in 1...2 {
        let look = try await site.post(poll.path("ballot"), as: voter, marks)
        receipts.append(try #require(fieldValue("receipt", in: look.text)))
      }
      #expect(Set(receipts).count == 2)
      let answers = try await [
        site.post(
          poll.path("ballot/cast"), as: voter, marks.merging(["receipt": receipts[0]]) { $1 }),
        site.post(
          poll.path("ballot/cast"), as: voter, marks.merging(["receipt": receipts[1]]) { $1 }),
      ]
      #expect(answers.map(\.status) == [200, 403])
      #expect(!answers[1].text.contains(receipts[1]))
    }
  }

  @Test func `what is wrong comes back beside its candidate with everything typed`() async throws {
    try await withPollSite(.sqlite) { poll, site in
      let answer = try await site.post(
        poll.path("ballot"), as: poll.voters[0],
        [Ballot.field(1): "2", Ballot.field(2): "2", Ballot.field(3): "7"])
      #expect(answer.status == 422)
      #expect(
        answer.text.contains(
          """
          <a href="#candidate-2">Rank 2 is given to both Candidate 1 and Candidate 2. Give each a \
          number of their own.</a>
          """))
      #expect(answer.text.contains(#"id="candidate-2-error""#))
      #expect(answer.text.components(separatedBy: #"value="2""#).count == 3)
      #expect(answer.text.components(separatedBy: #"value="7""#).count == 2)
    }
  }

  @Test func `whoever changes their mind finds the numbers as they were`() async throws {
    try await withPollSite(.sqlite) { poll, site in
      let answer = try await site.post(
        poll.path("ballot"), as: poll.voters[0],
        [Ballot.field(1): "1", Ballot.field(3): "2", "change": "yes"])
      #expect(answer.status == 200)
      #expect(answer.text.contains("Look at my ballot"))
      #expect(answer.text.contains(#"value="2""#))
    }
  }

  @Test func `nobody but those on the roll finds a ballot, in the time of voting`() async throws {
    try await withPollSite(.sqlite) { poll, site in
      let cast = poll.stage.cast
      for person in [cast.office, cast.dio, cast.administrator, cast.director, poll.officer] {
        let answer = try await site.get(poll.path("ballot"), as: person)
        #expect(answer.status == 403)
        #expect(answer.text.contains("not on the roll"))
      }
      #expect(try await site.get(poll.path("ballot")).status == 303)
    }
    try await withPollSite(.sqlite, at: Poll.after) { poll, site in
      let answer = try await site.get(poll.path("ballot"), as: poll.voters[0])
      #expect(answer.status == 409)
    }
  }

  @Test func `home asks who can vote, until they have`() async throws {
    try await withPollSite(.sqlite) { poll, site in
      let before = try await site.get("/", as: poll.voters[0])
      #expect(before.text.contains("Vote in “Council of 2026”"))
      try await poll.cast([1], by: poll.voters[0])
      let after = try await site.get("/", as: poll.voters[0])
      #expect(!after.text.contains("Vote in “Council of 2026”"))
      let other = try await site.get("/", as: poll.stage.cast.office)
      #expect(!other.text.contains("Vote in “Council of 2026”"))
    }
  }

  @Test func `a ballot of forty candidates stays within a page's budget`() async throws {
    try await withPollSite(.sqlite, Poll.Plan(candidates: 40)) { poll, site in
      let answer = try await site.get(poll.path("ballot"), as: poll.voters[0])
      #expect(answer.status == 200)
      #expect(answer.text.utf8.count < 60_000)
    }
  }
}
