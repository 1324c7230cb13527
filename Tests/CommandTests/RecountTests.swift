import Elections
import ElectionsTestSupport
import Foundation
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// What anyone can do with the files of a result: count them again.
@Suite struct RecountTests {
  /// A way to vote and to be elected.
  struct Rules: Sendable, CustomTestStringConvertible {
    let method: Election.Method
    let onePer: Election.OnePer

    var testDescription: String { "\(method), at most one of \(onePer)" }

    static let all = Election.Method.allCases.flatMap { method in
      [Election.OnePer.anyone, .department].map { Rules(method: method, onePer: $0) }
    }

    var plan: Poll.Plan {
      Poll.Plan(
        candidates: 6, voters: 30, seats: method.fillsSeveral ? 2 : 1, method: method,
        onePer: onePer, allowsAbstaining: true)
    }
  }

  @Test(arguments: Rules.all)
  func `the command that a result names prints the published report, byte for byte`(
    _ rules: Rules
  ) async throws {
    try await withPoll(.sqlite, rules.plan) { poll in
      try await vote(in: poll, rules.method)
      try await poll.close()
      try await poll.certify()
      try await published(by: poll) { page in
        let result = try await page("results")
        let command = try #require(result.firstMatch(of: /<code>housestaff (tally [^<]+)<\/code>/))
        #expect(command.1.contains("--constraints") == (rules.onePer != .anyone))
        try await withFolder { folder in
          for file in ["ballots.blt", "constraints.csv"] where command.1.contains(file) {
            let content = Data(try await page(file).utf8)
            try content.write(to: URL(filePath: "\(folder)/\(file)"))
          }
          let words = command.1.split(separator: " ").map { word in
            word.contains(".") ? "\(folder)/\(word)" : String(word)
          }
          let answer = try Executable.run(words: words)
          #expect(answer == .done(try await page("report.json")))
        }
      }
    }
  }

  /// Ballots of many kinds: long, short, and some that abstain. One candidate withdraws meanwhile.
  private func vote(in poll: Poll, _ method: Election.Method) async throws {
    for (number, voter) in poll.voters.enumerated() {
      if number == 15 {
        try await poll.store.write { writer in
          try writer.execute("UPDATE candidate SET state = 'withdrawn' WHERE position = 6")
        }
      }
      let standing = number < 15 ? 6 : 5
      let chosen = (0..<standing).map { ($0 * 5 + number * number) % standing + 1 }
      let most = method == .plurality ? 1 : 1 + number % standing
      var fields = Set(chosen.prefix(most)).sorted().enumerated().map { rank, candidate in
        (name: Ballot.field(candidate), value: method.paper == .ranks ? String(rank + 1) : "yes")
      }
      if number % 10 == 9 { fields = [(Ballot.abstainField, "yes")] }
      try await poll.send(fields, by: voter)
    }
  }

  /// The pages of the election as a voter opens them, once it is over.
  private func published(
    by poll: Poll,
    _ body: @escaping @Sendable ((String) async throws -> String) async throws -> Void
  ) async throws {
    var world = poll.world
    world.now = { Poll.after }
    let hash = TokenHash.of("token")
    try await poll.store.write { writer in
      try writer.execute(
        """
        INSERT INTO session (token_hash, id, person_id, means, awaits_second_factor, device,
          created_at, seen_at)
        VALUES (\(hash), 'session', \(poll.voters[0]), 'link', \(false), 'test', \(Poll.after),
          \(Poll.after))
        """)
    }
    let site = Site(
      store: poll.store, world: world,
      configuration: Site.Configuration(address: "http://localhost"),
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    try await Application(router: site.router()).test(.router) { client in
      try await body { page in
        let answer = try await client.execute(
          uri: "/elections/\(poll.election.text)/\(page)", method: .get,
          headers: [.cookie: "housestaff=token"])
        #expect(answer.status == .ok)
        return String(buffer: answer.body)
      }
    }
  }
}
