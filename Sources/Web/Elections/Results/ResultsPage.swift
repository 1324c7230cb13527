import Elections
import HTML
import Kernel
import Roster
import SQLStore
import Tally

/// What came out of an election: who is elected, the stages, and the files to count it again.
struct ResultsPage: Sendable {
  let visit: Visit
  let election: Elections.Election
  let result: ElectionResult
  /// The count, where there are enough ballots to show it.
  let report: Report?

  /// - Throws: ``Absent`` for a result that is not the viewer's to see yet.
  init(_ election: Elections.Election, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    self.election = election
    let result = try ElectionResult.find(election.id, viewer: visit.viewer, reader: reader)
    guard let result else { throw Absent() }
    self.result = result
    report = try result.counting?.report()
  }

  var page: Page {
    Page(
      "Result", in: .elections, under: BallotPath.crumbs(election),
      subtitle: election.certifiedAt.map { "Certified \(When.within($0, visit))" }
        ?? "Counted, and not certified yet"
    ) {
      if election.state == .closed { certifying }
      elected
      if result.isWithheld {
        NoticeBox.of(
          .info,
          """
          Fewer than \(visit.settings.publicThreshold) ballots were cast. So that nobody's can be \
          guessed, only the names of the elected are shown.
          """)
      } else {
        figures
        if let report { StagesFigure(report: report).markup }
        files
      }
      p { a(.href(BallotPath.receipt.location(election.id))) { "Is my ballot in the list?" } }
    }
  }

  private var certifying: HTML {
    Card.of("Certify the result") {
      p {
        """
        Only you see this page until then. Certifying publishes the result and seats who is \
        elected; it cannot be taken back.
        """
      }
      Form.button(
        visit, "Certify the result", BallotPath.certify.location(election.id),
        style: "btn primary")
    }
  }

  private var elected: HTML {
    ElectedCard(
      visit: visit, elected: result.elected,
      nobody: result.problem.isEmpty ? "Nobody is elected." : result.problem,
      isCertified: election.state == .certified
    ).markup
  }

  private var figures: HTML {
    Card.of("The count") {
      if !result.agrees { disagreement }
      Facts.of([
        Facts.Line("Turnout", turnout),
        Facts.Line("Ballots", Figures.grouped(result.ballots)),
        Facts.Line("Abstained", positive(result.abstained)),
        Facts.Line("Could not be read", positive(result.unreadable)),
        Facts.Line("Ballots that count", report.map { Figures.grouped($0.valid) }),
        Facts.Line("Seats", seats),
        Facts.Line("Rule", report?.rule),
        Facts.Line("Quota", report?.quota.map { Votes.text($0) }),
        Facts.Line("Votes with nobody at the end", exhausted),
        Facts.Line("Seed of the lot", election.lotSeed.map { seed in code { seed } }),
      ])
    }
  }

  private var disagreement: HTML {
    NoticeBox.of(
      .bad,
      """
      By the roll \(Figures.grouped(result.voted)) voted, and there were \
      \(Figures.grouped(result.ballots)) ballots. The two should be the same; ask the election \
      officer.
      """)
  }

  private var turnout: String {
    let share = result.electors > 0 ? result.voted * 1000 / result.electors : 0
    return "\(Figures.grouped(result.voted)) of \(Figures.grouped(result.electors)) "
      + "(\(share / 10).\(share % 10) %)"
  }

  private var seats: String {
    guard let report, report.seats < election.seats else { return String(election.seats) }
    return "\(election.seats), of which the rule on who is elected together fills \(report.seats)"
  }

  private var exhausted: String? {
    report?.stages.last.flatMap { $0.nonTransferable.units > 0 ? $0.nonTransferable : nil }
      .map { Votes.text($0) }
  }

  private func positive(_ number: Int) -> String? {
    number > 0 ? Figures.grouped(number) : nil
  }

  @HTMLBuilder private var files: HTML {
    if let counting = result.counting {
      Card.of("Count it yourself") {
        p { "Everything that was counted is here; counting it again gives the same report." }
        ul {
          li { a(.href(BallotPath.blt.location(election.id))) { "Ballots (.blt)" } }
          if !counting.constraints.isEmpty {
            li {
              a(.href(BallotPath.constraints.location(election.id))) {
                "Who may be elected together (.csv)"
              }
            }
          }
          li { a(.href(BallotPath.report.location(election.id))) { "Report (JSON)" } }
          li { a(.href(BallotPath.receipts.location(election.id))) { "Digests of all receipts" } }
        }
        pre { code { Self.command(counting) } }
      }
    }
  }

  /// The command that repeats the count.
  static func command(_ counting: Counting) -> String {
    let together = counting.constraints.isEmpty ? "" : " --constraints constraints.csv"
    return "housestaff tally ballots.blt --method \(counting.method.rawValue)\(together) "
      + "--lot-seed \(counting.lotSeed) --format json"
  }
}

/// Votes as pages show them: to two decimals, cut off.
enum Votes {
  static func text(_ amount: Amount) -> String {
    let text = amount.description
    guard let point = text.firstIndex(of: ".") else { return text }
    let decimals = text[text.index(after: point)...].prefix(2)
    if decimals.allSatisfy({ $0 == "0" }) { return String(text[..<point]) }
    return text[..<point] + "." + decimals
  }
}
