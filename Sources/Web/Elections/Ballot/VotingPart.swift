import Elections
import HTML
import Kernel
import SQLStore

/// Voting, and what was counted.
struct VotingPart: Part {
  var places: [Place] { [] }

  var jobs: [JobKind] { ElectionJobs.all }

  /// Ballots and results have no year that turns.
  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    registerBallot(in: &routes)
    registerReceipts(in: &routes)
    registerResults(in: &routes)
  }

  private func registerBallot(in routes: inout Routes) {
    routes.act(BallotPath.ballot, .signedIn) { visit, id, state, reader in
      try BallotPage(id, visit, state, reader).page
    } act: { visit, id, incoming in
      .page(try await incoming.site.store.read { try Self.look(incoming.fields, id, visit, $0) })
    }
    routes.button(BallotPath.cast, .signedIn) { visit, id, fields, writer in
      .page(try Self.cast(fields, id, visit, writer))
    }
  }

  /// The ballot as it would be cast, or back in the form.
  private static func look(
    _ fields: FormFields, _ id: ElectionID, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Page {
    let form = try BallotPage(id, visit, FormState(fields: fields), reader)
    if fields.given(BallotSummaryPage.changeField) != nil { return form.page }
    return BallotSummaryPage(
      visit: visit, election: form.election, paper: form.paper,
      ballot: try Ballot(fields.pairs, on: form.paper), receipt: BallotReceipt(in: visit.world)
    ).page
  }

  private static func cast(
    _ fields: FormFields, _ id: ElectionID, _ visit: Visit, _ writer: any SQLWriter
  ) throws -> Page {
    let election = try Election.find(id, viewer: visit.viewer, reader: writer)
    guard let receipt = BallotReceipt(typed: fields[BallotSummaryPage.receiptField]) else {
      throw BallotRefusal.staleForm
    }
    try Ballot.cast(
      SentBallot(fields.pairs, receipt: receipt), in: id, by: visit.viewer, world: visit.world,
      writer: writer)
    return BallotCastPage(visit: visit, election: election, receipt: receipt).page
  }

  private func registerReceipts(in routes: inout Routes) {
    routes.act(BallotPath.receipt, .signedIn) { visit, id, state, reader in
      let election = try Election.find(id, viewer: visit.viewer, reader: reader)
      return ReceiptPage(visit: visit, election: election, state: state).page
    } act: { visit, id, incoming in
      .page(try await incoming.site.store.read { try Self.answer(incoming.fields, id, visit, $0) })
    }
  }

  private static func answer(
    _ fields: FormFields, _ id: ElectionID, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Page {
    let election = try Election.find(id, viewer: visit.viewer, reader: reader)
    guard let receipt = BallotReceipt(typed: fields[ReceiptPage.field]) else {
      throw Problems(
        field: ReceiptPage.field,
        "A receipt has 26 letters and digits, such as k7dmq-2xwp9-r4t8c-h3b6n-v5yj0g.")
    }
    return ReceiptPage(
      visit: visit, election: election, state: FormState(fields: fields),
      isInList: try ReceiptList.holds(
        receipt, in: id, viewer: visit.viewer, reader: reader)
    ).page
  }

  private func registerResults(in routes: inout Routes) {
    routes.page(BallotPath.results, .signedIn) { visit, id, reader in
      let election = try Election.find(id, viewer: visit.viewer, reader: reader)
      return switch (election.state, election.openedAt) {
      case (.voting, _): .page(Self.notYet(election, visit))
      case (.certified, nil), (.calledOff, _):
        .page(try UncountedPage(election, visit, reader).page)
      default: .page(try ResultsPage(election, visit, reader).page)
      }
    }
    routes.work(BallotPath.close, .signedIn) { visit, id, incoming in
      try await Election.close(id, by: visit.viewer, in: visit.world, incoming.site.store)
      return .redirect(BallotPath.results.location(id), saying: "Voting is closed and counted.")
    }
    routes.button(BallotPath.certify, .signedIn) { visit, id, _, writer in
      try Election.certify(id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(BallotPath.results.location(id), saying: "The result is certified.")
    }
    for file in ResultFile.allCases {
      routes.page(file.path, .signedIn) { visit, id, reader in
        .download(try file.download(of: id, visit, reader))
      }
    }
  }

  /// In the place of a result: until when voting goes on, and how it is closed.
  private static func notYet(_ election: Election, _ visit: Visit) -> Page {
    Page("Result", in: .elections, under: BallotPath.crumbs(election)) {
      if election.isOver(at: visit.viewer.now) {
        EmptyState.of(
          "Voting is over", "The ballots are counted within minutes, or at once by a button.")
        if election.mayClose(visit.viewer) {
          div(.class("acts")) {
            Form.button(
              visit, "Close and count", BallotPath.close.location(election.id),
              style: "btn primary")
            a(.class("btn quiet"), .href(ElectionPath.callOff.location(election.id))) {
              "Call it off"
            }
          }
        }
      } else {
        EmptyState.of(
          "Voting goes on",
          election.schedule.voteUntil.map { "Until \(When.within($0, visit))." } ?? "")
      }
    }
  }

  /// Results that wait for their election officer. That one can vote, the part of elections says.
  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    try Election.toCertify(viewer: visit.viewer, reader: reader).map { election in
      HomeItem(
        .due, "Certify the result of “\(election.title)”", why: "You are the election officer.",
        BallotPath.results.location(election.id))
    }
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  /// On which rolls somebody is belongs to the part that keeps them.
  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}
