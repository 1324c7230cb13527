import Councils
import Elections
import Kernel
import RosterTestSupport
import SQLStore

extension MatrixElection {
  /// Takes back what the request before may have done: all elections are written anew.
  func restore(on stage: Stage) async throws {
    var keys: [Moment: String] = [:]
    for moment in [Moment.open, .over] {
      guard let id = elections[moment] else { continue }
      keys[moment] = try Urn.prepare(for: id, in: stage.world)
    }
    let publicKeys = keys
    try await stage.store.write { writer in
      try writer.execute("DELETE FROM election WHERE organization_id = \(council)")
      try writer.execute("DELETE FROM seating WHERE rule_id = \(rule)")
      for moment in Moment.allCases {
        guard let id = elections[moment] else { continue }
        try write(moment, id, publicKeys[moment], writer)
        try writeRoll(moment, id, writer)
        try writeCandidates(moment, id, writer)
      }
      try writeCorrection(writer)
      try writeResults(writer)
    }
  }

  private func write(
    _ moment: Moment, _ id: ElectionID, _ publicKey: String?, _ writer: any SQLWriter
  ) throws {
    func hours(_ number: Int) -> Instant { TestWorld.now.adding(seconds: number * 3600) }
    let nominations = moment == .draft || moment == .nominating ? (-1, 24) : (-48, -24)
    let votes =
      switch moment {
      case .draft, .nominating, .contested, .uncontested: (48, 72)
      case .open: (-1, 24)
      case .over, .closed, .certified: (-20, -1)
      }
    try writer.execute(
      """
      INSERT INTO election (id, organization_id, rule_id, title, seats, constituency, unit, method,
        ties, one_per, allows_abstaining, roll_on, nominate_from, nominate_until, vote_from,
        vote_until, officer_id, state, public_key, lot_seed, made_by, made_at)
      VALUES (\(id), \(council), \(rule), \(moment.rawValue), 1, 'institution', '', 'irv', 'lot',
        '', \(false), \(TestWorld.today), \(hours(nominations.0)), \(hours(nominations.1)),
        \(hours(votes.0)), \(hours(votes.1)), \(officer), \(moment.state.rawValue), \(publicKey),
        \(moment.isCounted ? "seed" : nil), \(other), \(TestWorld.now))
      """)
  }

  private func writeRoll(
    _ moment: Moment, _ id: ElectionID, _ writer: any SQLWriter
  ) throws {
    guard moment.isCounted || [.open, .over].contains(moment) else { return }
    for person in [trainee] + extras {
      try writer.execute(
        """
        INSERT INTO elector (election_id, person_id, added_later, has_voted)
        VALUES (\(id), \(person), \(false), \(moment.isCounted))
        """)
    }
  }

  private func writeCandidates(
    _ moment: Moment, _ id: ElectionID, _ writer: any SQLWriter
  ) throws {
    var standing = moment == .uncontested ? [trainee] : [trainee, extras[0]]
    if moment == .nominating { standing.append(other) }
    let hasPaper = moment.isCounted || [.open, .over].contains(moment)
    for (place, person) in standing.enumerated() {
      let candidate = place == 0 ? candidates[moment]?.text : "\(moment.rawValue)-\(place)"
      try writer.execute(
        """
        INSERT INTO candidate (id, election_id, person_id, state, statement, portrait,
          portrait_type, proposed_at, position)
        VALUES (\(candidate), \(id), \(person), \(person == other ? "proposed" : "accepted"), '',
          \([UInt8]("picture".utf8)), 'image/png', \(TestWorld.now),
          \(hasPaper ? place + 1 : nil))
        """)
    }
  }

  private func writeCorrection(_ writer: any SQLWriter) throws {
    try writer.execute(
      """
      INSERT INTO roll_correction (id, election_id, person_id, wish, asked_at, reason)
      VALUES (\(correction), \(elections[.open]), \(other), 'I train here.', \(TestWorld.now), '')
      """)
  }

  /// Twelve ballots, one more than the threshold.
  private func writeResults(_ writer: any SQLWriter) throws {
    let counting = Counting(
      blt: "2 1\n8 1 0\n4 2 0\n0\n\"One\"\n\"Two\"\n\"Delegates\"\n",
      constraints: "group,minimum,maximum,candidates\ngroup 1,0,1,1 2\n", method: .instantRunoff,
      lotSeed: "seed")
    let report = "{}"
    for moment in Moment.allCases where moment.isCounted {
      guard let id = elections[moment] else { continue }
      try writer.execute(
        """
        INSERT INTO election_result (election_id, electors, voted, ballots, abstained, unreadable,
          blt, constraints, report, problem)
        VALUES (\(id), 12, 12, 12, 0, 0, \(counting.blt), \(counting.constraints), \(report), '')
        """)
      try writer.execute(
        """
        INSERT INTO elected_candidate (election_id, place, candidate_id, obstacle)
        VALUES (\(id), 1, \(candidates[moment]), '')
        """)
      try writer.execute(
        "INSERT INTO ballot_receipt (election_id, digest) VALUES (\(id), 'c0ffee')")
    }
  }
}

extension MatrixElection.Moment {
  fileprivate var state: Election.State {
    switch self {
    case .draft: .draft
    case .nominating, .contested, .uncontested: .nominating
    case .open, .over: .voting
    case .closed: .closed
    case .certified: .certified
    }
  }

  fileprivate var isCounted: Bool { self == .closed || self == .certified }
}
