import Councils
import Elections
import Kernel
import Roster
import RosterTestSupport
import SQLStore

/// Elections of the matrix, one in each state.
///
/// The other trainee runs them, as officer of the resident council. The faculty member is their
/// election officer. The trainee stands and is on each roll; the other trainee is on none, has
/// asked to be put on one, and was proposed while nominations are open.
struct MatrixElection: Sendable {
  /// A state, and for some states what comes next.
  enum Moment: String, CaseIterable {
    case draft, nominating
    /// Nominations are over, and more stand than there are seats.
    case contested
    /// Nominations are over, and as many stand as there are seats.
    case uncontested
    case open
    /// Voting is over, and nobody has closed it.
    case over
    case closed, certified
  }

  let council: OrganizationID
  let rule: ID<SeatRule>
  let correction: ID<RollCorrection>
  let trainee: PersonID
  let other: PersonID
  let officer: PersonID
  /// Trainees without a part in the matrix.
  let extras: [PersonID]
  let elections: [Moment: ElectionID]
  /// The trainee's place on the paper of each election.
  let candidates: [Moment: ID<Candidate>]

  static func found(on stage: Stage) async throws -> MatrixElection {
    let (cast, world) = (stage.cast, stage.world)
    let (council, rule, offer, extras) = try await stage.act(as: cast.office) { viewer, writer in
      let council = try Organization.found(
        OrganizationDraft(
          name: "Resident Council", kind: .council, purpose: "Speaks for trainees.",
          joining: .seats), by: viewer, in: world, to: writer)
      let rule = try SeatRule.add(
        SeatRuleDraft(title: "Delegate", kind: .peerSelected), to: council, by: viewer,
        in: world, writer: writer)
      let offer = try Officer.ask(
        OfficerDraft(person: cast.other, title: "Chair", startsOn: viewer.today), in: council,
        by: viewer, at: world, writer: writer)
      let extras = try ["Eli", "Eve"].map { name in
        let person = try Person.add(
          PersonDraft(
            name: PersonName(given: name, family: "Extra"), capacity: .trainee,
            address: "\(name.lowercased())@hospital.example"), by: viewer, in: world, to: writer)
        try Appointment.add(
          .of(cast.internalMedicine, cast.university, 1, ("2026-07-01", "2029-06-30")),
          to: person, by: viewer, in: world, writer: writer)
        return person
      }
      return (council, rule, offer, extras)
    }
    try await stage.act(as: cast.other) { try Officer.accept(offer, by: $0, writer: $1) }
    func named<Kind>(_ kind: ID<Kind>.Type) -> [Moment: ID<Kind>] {
      Dictionary(uniqueKeysWithValues: Moment.allCases.map { ($0, world.newID(kind)) })
    }
    let elections = MatrixElection(
      council: council, rule: rule, correction: world.newID(), trainee: cast.trainee,
      other: cast.other, officer: cast.faculty, extras: extras,
      elections: named(ElectionID.self), candidates: named(ID<Candidate>.self))
    try await elections.restore(on: stage)
    return elections
  }

  /// What stands in an address of an election; nil for other addresses.
  func argument(of pattern: String) -> String? {
    if pattern.hasPrefix("/organizations"), pattern.contains("/elections") { return council.text }
    if pattern.hasPrefix("/corrections") { return correction.text }
    if pattern.hasPrefix("/candidates") { return candidates[.open]?.text }
    guard pattern.hasPrefix("/elections/{argument}") else { return nil }
    return elections[Self.moment(of: pattern.dropFirst("/elections/{argument}".count))]?.text
  }

  /// The state in which a page or an act has something to show or to do.
  private static func moment(of page: Substring) -> Moment {
    switch page {
    case "/edit", "/announce", "/discard": .draft
    case "/call-off", "/electorate", "/stand", "/decline", "/withdraw", "/propose", "/portrait",
      "/remove-portrait":
      .nominating
    case "/open": .contested
    case "/declare": .uncontested
    case "/close": .over
    case "/certify": .closed
    case "/receipt", "/results", "/ballots.blt", "/report.json", "/constraints.csv",
      "/receipts.txt":
      .certified
    default: .open
    }
  }

  /// Pages that answer otherwise in another state than in the one that ``argument(of:)`` chooses:
  /// what is not announced, not over, or not certified.
  var further: [(pattern: String, path: String)] {
    let pages: [(Moment, [String])] = [
      (.draft, ["", "/electorate", "/stand", "/results"]), (.nominating, ["/ballot", "/results"]),
      (
        .open,
        ["/edit", "/electorate", "/results", "/ballots.blt", "/report.json", "/receipts.txt"]
      ),
      (.closed, ["/results", "/ballots.blt", "/report.json", "/receipts.txt", "/ballot"]),
      (.certified, ["", "/electorate", "/corrections", "/ballot"]),
    ]
    return pages.flatMap { moment, pages in
      pages.map { page in
        (
          "/elections/{\(moment.rawValue)}\(page)",
          "/elections/\(elections[moment]?.text ?? "")\(page)"
        )
      }
    }
  }
}
