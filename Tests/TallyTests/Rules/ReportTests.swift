import Foundation
import Tally
import Testing

@Suite struct ReportTests {
  @Test func `the whole report of a small count, in words`() throws {
    let report = try ScottishSTV().count(
      election(4, seats: 2, "7 1 2 0", "2 2 0", "2 3 0", "1 4 3 0"), lot: .seed("rain"))
    #expect(
      report.text == """
        Test
        Scottish STV (SSI 2007/42, schedule 1, rules 45 to 52)

        4 candidates for 2 seats; 12 papers, of which 12 count.
        Quota: 5 votes.
        Open ties go by the lot from the seed 'rain': 4, 3, 1, 2.

        Stage 1: first preferences.
          1 A                              7.00000
          2 B                              2.00000
          3 C                              2.00000
          4 D                              1.00000
          1 A has the quota and is elected.

        Stage 2: the surplus of 1 A is transferred.
          7 papers now at 0.28571, before at 1.00000 to 2 B: 1.99997.
          1 A                              5.00000
          2 B                              3.99997
          3 C                              2.00000
          4 D                              1.00000
          Lost by rounding                 0.00003

        Stage 3: 4 D is excluded.
          1 paper at 1.00000 to 3 C: 1.00000.
          1 A                              5.00000
          2 B                              3.99997
          3 C                              3.00000
          4 D                              0.00000
          Lost by rounding                 0.00003

        Stage 4: 3 C is excluded.
          2 papers at 1.00000 to nobody further: 2.00000.
          1 paper at 1.00000 to nobody further: 1.00000.
          1 A                              5.00000
          2 B                              3.99997
          3 C                              0.00000
          4 D                              0.00000
          Non-transferable                 3.00000
          Lost by rounding                 0.00003
          2 B is elected: as many seats are left as candidates.

        Elected, in this order:
          1 A
          2 B

        """)
  }

  @Test func `the JSON of a small count`() throws {
    let report = try ScottishSTV().count(election(2, seats: 1, "2 1 0", "1 2 0", "1 0"))
    #expect(
      report.json == """
        {
          "method": "scottish-stv",
          "rule": "Scottish STV (SSI 2007/42, schedule 1, rules 45 to 52)",
          "title": "Test",
          "seats": 1,
          "candidates": [
            {"number": 1, "name": "A", "withdrawn": false},
            {"number": 2, "name": "B", "withdrawn": false}
          ],
          "papers": 4,
          "valid": 3,
          "quota": 2,
          "elected": [1],
          "elected_remaining": [],
          "excluded": [],
          "ties": [],
          "lot": {"source": "ballot order", "seed": null, "order": [1, 2]},
          "stages": [
            {"stage": 1, "action": "first preferences", "candidate": null, \
        "votes": ["2.00000", "1.00000"], "non_transferable": "0.00000", "lost": "0.00000", \
        "transfers": [], "elected": [1]}
          ]
        }

        """)
  }

  @Test func `names with quotes, control characters and other scripts stay whole in JSON`() throws {
    let names = ["\"Ann\"", "Back\\slash", "Tab\tNew\nline", "مريم", "🗳️", "\u{1}\u{7f}"]
    let report = try Plurality().count(
      Election(seats: 1, candidates: names.map { Candidate($0) }, papers: []))
    let decoded = try JSONSerialization.jsonObject(with: Data(report.json.utf8))
    let candidates = (decoded as? [String: Any])?["candidates"] as? [[String: Any]]
    #expect(candidates?.compactMap { $0["name"] as? String } == names)
  }

  @Test func `a withdrawn candidate is told as such and has no votes in words`() throws {
    let text = try ScottishSTV().count(election(3, seats: 1, "-2", "2 2 1 0", "1 3 0")).text
    #expect(text.contains("Withdrawn: 2 B."))
    #expect(!text.contains("  2 B  "))
  }

  @Test func `amounts are written with all decimals of their rule, and their sign`() {
    #expect(Amount(units: 5, places: 5).description == "0.00005")
    #expect(Amount(units: -123_456, places: 3).description == "-123.456")
    #expect(Amount(units: 100_000, places: 5).description == "1.00000")
    #expect(Amount(7).description == "7")
  }
}
