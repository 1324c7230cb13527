import CustomDump
import Elections
import Foundation
import Kernel
import RosterTestSupport
import Testing

/// What is typed into the form of an election.
@Suite struct ElectionDraftTests {
  private static let rule = "01900000-0000-7000-8000-000000000001"
  private static let newYork = TimeZone(identifier: "America/New_York") ?? .gmt

  private static let right: [String: String] = [
    "rule": rule, "title": " Delegates  2026 ", "seats": "2", "constituency": "institution",
    "method": "scottish-stv", "one_per": "department", "abstaining": "yes",
    "roll_on": "2026-11-09", "nominate_from": "2026-11-03T09:00",
    "nominate_until": "2026-11-08 17:00", "vote_from": "2026-11-10T09:00",
    "vote_until": "2026-11-15T17:00",
  ]

  private func read(_ typed: [String: String]) throws -> ElectionDraft {
    try ElectionDraft(
      typed: { typed[$0] ?? "" },
      as: .init(zone: Self.newYork) { _ in
        throw Problems(field: "person", "Nobody here is named so.")
      })
  }

  private func problems(_ changes: [String: String]) -> [String] {
    do {
      _ = try read(Self.right.merging(changes) { $1 })
      return []
    } catch let problems as Problems {
      return problems.all.map { $0.field ?? "-" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `a draft is read with times of the institution's clock and given back as typed`()
    throws
  {
    let draft = try read(Self.right)
    #expect(draft.title == "Delegates 2026")
    #expect(draft.schedule.nominateFrom?.text == "2026-11-03T14:00:00.000Z")
    let fields = Dictionary(
      uniqueKeysWithValues: draft.fields(in: Self.newYork).map { ($0.name, $0.value) })
    var expected = Self.right
    expected["title"] = "Delegates 2026"
    expected["nominate_until"] = "2026-11-08T17:00"
    expectNoDifference(fields, expected)
  }

  @Test func `everything that is wrong is told at once, each at its field`() {
    let wrong = problems([
      "title": "", "seats": "none", "constituency": "site:1", "method": "dice",
      "nominate_from": "tomorrow", "officer": "Nobody",
    ])
    #expect(
      wrong == ["title", "seats", "constituency", "method", "nominate_from", "officer"])
  }

  @Test func `days and the officer may be left for later`() throws {
    var typed = Self.right
    for field in ["roll_on", "nominate_from", "nominate_until", "vote_from", "vote_until"] {
      typed[field] = ""
    }
    #expect(try read(typed).schedule == Schedule())
  }

  @Test(arguments: [
    (["nominate_until": "2026-11-03T09:30"], "nominate_until"),
    (["vote_from": "2026-11-08T16:59", "roll_on": "2026-11-01"], "vote_from"),
    (["vote_until": "2026-11-10T09:59"], "vote_until"),
    (["roll_on": "2026-11-11"], "roll_on"),
    (["method": "irv"], "method"),
    (["constituency": "department:\(rule)"], "one_per"),
  ])
  func `what cannot be together is refused`(_ changes: [String: String], field: String) {
    #expect(problems(changes) == [field])
  }

  @Test func `a window over the end of daylight saving is an hour longer`() throws {
    let typed = Self.right.merging([
      "nominate_from": "2026-10-31T12:00", "nominate_until": "2026-11-01T12:00",
    ]) { $1 }
    let schedule = try read(typed).schedule
    let from = try #require(schedule.nominateFrom)
    let until = try #require(schedule.nominateUntil)
    #expect(until.seconds(since: from) == 25 * 3600)
  }

  @Test func `a time that daylight saving skips is the moment of the jump`() {
    let skipped = TypedMoment.instant("2026-03-08T02:30", in: Self.newYork)
    #expect(skipped?.text == "2026-03-08T07:00:00.000Z")
    #expect(skipped.map { TypedMoment.text($0, in: Self.newYork) } == "2026-03-08T03:00")
  }

  @Test func `of a time that comes twice the first is meant`() {
    let twice = TypedMoment.instant("2026-11-01T01:30", in: Self.newYork)
    #expect(twice?.text == "2026-11-01T05:30:00.000Z")
  }

  @Test(arguments: ["", "2026-02-30T09:00", "2026-02-03", "2026-02-03T25:00", "2026-02-03T9:0"])
  func `what is no moment is not read`(_ text: String) {
    #expect(TypedMoment.instant(text, in: Self.newYork) == nil)
  }
}
