import Foundation
import Tally
import Testing

/// Ballot files that nobody would write: an error or a sound report, never a trap.
@Suite struct TallyFuzz {
  private static let samples = [
    "4 2\n3 1 2 3 0\n2 2 1 0\n5 3 4 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"T\"\n",
    "5 3\n-2 -4\n(a) 7 1 5 0\n2 1=3 - 5 0\n4 - 2 0 # x\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n\"E\"\n",
    "3 1\n4 1:5 2:3 0\n1 3:65535 0\n0\n\"A\"\n\"B\"\n\"C\"\n",
    "# TITLE: x\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: A\n2: 1,{2,3}\n3: 2\n",
    "# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 3\n2: {1,2},3\n1: {},{1,2,3}\n",
  ]

  private static let words = [
    "0", " 0\n", "-", "=", ":", "#", "\"", "\n", "\r\n", "\0", "1 1 0\n", "-1\n", "{", "}", ",",
    "999999999999999999", "9223372036854775808", "99999999999999999999999", "1000 1000\n",
    "65536", "\u{feff}", "é", "# NUMBER ALTERNATIVES: 999\n", "1.5", "1e9", " ", "\t", "(", ")",
  ]

  private let methods: [any CountingMethod] = [
    ScottishSTV(), MeekSTV(), MeekSTV(.hillWichmannWoodall), InstantRunoff(ties: .earlierRounds),
    Plurality(), Approval(), Scoring(missing: .isIgnored), Schulze(.margins),
    Schulze(defaultOption: .init(1, quorum: 2, majority: 3)),
  ]

  @Test func `a spoiled ballot file gives an error with a line, or a sound report`() throws {
    var random = FuzzRandom(state: Fuzzing.seed)
    var counted = 0
    for _ in 0..<Fuzzing.rounds {
      let sample = Self.samples[random.below(Self.samples.count)]
      let bytes = random.spoil(sample, with: Self.words)
      do throws(FileProblem) {
        let election = try Election(ballots: bytes)
        counted += 1
        expectSound(election, &random)
      } catch {
        let lines = bytes.count { $0 == 10 } + 1
        #expect((0...lines).contains(error.line) && !error.reason.isEmpty)
      }
    }
    #expect(counted > Fuzzing.rounds / 20)
  }

  private func expectSound(_ election: Election, _ random: inout FuzzRandom) {
    let again = try? Election(blt: Array(election.blt.utf8))
    #expect(again == election, "\(election.blt.debugDescription)")
    // Many candidates with few votes take many stages; a few of them are enough.
    guard election.candidates.count <= 60 || random.below(50) == 0 else { return }
    let method = methods[random.below(methods.count)]
    let rules = constraints(election, &random)
    guard
      let report = try? method.count(
        election, lot: .seed("\(random.next())"), constraints: rules)
    else { return }
    let standing = election.candidates.count { !$0.isWithdrawn }
    #expect(report.elected.count <= min(report.seats, standing))
    #expect(Set(report.elected).count == report.elected.count)
    #expect(report.elected.allSatisfy { !election.candidates[$0 - 1].isWithdrawn })
    #expect((try? JSONSerialization.jsonObject(with: Data(report.json.utf8))) != nil)
    #expect(report.text.hasSuffix("\n"))
  }

  private func constraints(_ election: Election, _ random: inout FuzzRandom) -> SeatConstraints {
    guard random.below(3) == 0 else { return SeatConstraints() }
    let count = election.candidates.count
    return SeatConstraints(
      (0...random.below(4)).map { group in
        SeatRule(
          group: "\(group)", minimum: random.below(2), maximum: random.below(3),
          members: Set((0...random.below(count)).map { _ in random.below(count + 2) }))
      })
  }

  @Test func `spoiled constraints give an error with a line, or rules for these candidates`()
    throws
  {
    var random = FuzzRandom(state: Fuzzing.seed &+ 1)
    let election = try Election(ballots: Array(Self.samples[0].utf8))
    let sample = "group,minimum,maximum,candidates\n\"A, B\",,1,1 3\nC,1,2,2 4\n"
    for _ in 0..<Fuzzing.rounds {
      let bytes = random.spoil(sample, with: Self.words + ["group", "-1", ",,,", ",1,0,"])
      do throws(FileProblem) {
        let rules = try SeatConstraints(csv: bytes, for: election)
        #expect(rules.rules.allSatisfy { $0.members.isSubset(of: [1, 2, 3, 4]) })
      } catch {
        #expect(error.line > 0 && !error.reason.isEmpty)
      }
    }
  }

  @Test func `a million lines are read, and an error in the last is named`() {
    var text = "3 1\n" + String(repeating: "1 2 3 0\n", count: 1_000_000)
    text += "1 4 0\n"
    #expect(
      throws: FileProblem(
        line: 1_000_002, "there is no candidate '4'; they are numbered 1 to 3.")
    ) { try Election(blt: Array(text.utf8)) }
  }

  @Test func `a thousand candidates on one paper, as equals and in order, are counted`() throws {
    let names = (1...1000).map { Candidate("C\($0)") }
    let equal = try Election(
      seats: 1, candidates: names, papers: [Paper(3, .ranks([Array(1...1000)]))])
    #expect(try Approval().count(equal).valid == 3)
    let order = try Election(
      seats: 999, candidates: names, papers: [Paper(3, ranking: Array(1...1000))])
    #expect(try ScottishSTV().count(order).elected.count == 999)
  }
}
