package import Councils
package import Kernel
package import SQLStore

/// An election in which trainees choose who sits in peer-selected seats.
package struct Election: Sendable, Equatable {
  package let id: ElectionID
  package let organization: OrganizationID
  /// The rule whose seats it fills.
  package let rule: ID<SeatRule>
  package let title: String
  /// How many are elected.
  package let seats: Int
  /// Where the trainees are who vote and stand: the institution, a department or a program.
  package let constituency: Scope
  package let method: Method
  package let ties: TieRule
  package let onePer: OnePer
  /// Whether a voter may cast a paper that names nobody.
  package let allowsAbstaining: Bool
  package let schedule: Schedule
  /// Who rules on corrections of the roll and certifies; never stands.
  package let officer: PersonID?
  package let state: State
  /// The key to which ballots are sealed, as hexadecimal digits; there from the opening on.
  package let publicKey: String?
  /// The seed of the lot; published.
  package let lotSeed: String?
  package let madeBy: PersonID?
  package let madeAt: Instant
  package let openedAt: Instant?
  package let closedAt: Instant?
  package let certifiedAt: Instant?
  package let certifiedBy: PersonID?
  /// Why it was called off.
  package let endedBecause: String?

  /// How far an election is.
  package enum State: String, Sendable, CaseIterable {
    /// Being set up; those who run it see it, and nobody else.
    case draft
    /// Announced; people stand and propose others in the window for that.
    case nominating
    /// The roll is frozen and papers are cast.
    case voting
    /// No paper is taken any more; the count can be made.
    case closed
    /// The result holds.
    case certified
    /// Ended without a result.
    case calledOff = "called_off"
  }

  /// What settles a tie that the method leaves open.
  package enum TieRule: String, Sendable, CaseIterable {
    /// An order of the candidates that follows from a published seed.
    case lot
  }

  /// Of what at most one is elected.
  package enum OnePer: String, Sendable, CaseIterable {
    /// Nothing limits who is elected together.
    case anyone = ""
    case department, program
  }
}

/// The identifier of an election.
package typealias ElectionID = ID<Election>

extension Election: SQLDecodable {
  /// What a query selects of `election` for ``init(row:)``.
  package static let columns: SQLQuery =
    """
    election.id AS id, election.organization_id AS organization_id, election.rule_id AS rule_id,
    election.title AS title, election.seats AS seats, election.constituency AS constituency,
    election.unit AS unit, election.method AS method, election.ties AS ties,
    election.one_per AS one_per, election.allows_abstaining AS allows_abstaining,
    election.roll_on AS roll_on, election.nominate_from AS nominate_from,
    election.nominate_until AS nominate_until, election.vote_from AS vote_from,
    election.vote_until AS vote_until, election.officer_id AS officer_id,
    election.state AS state, election.public_key AS public_key, election.lot_seed AS lot_seed,
    election.made_by AS made_by, election.made_at AS made_at, election.opened_at AS opened_at,
    election.closed_at AS closed_at, election.certified_at AS certified_at,
    election.certified_by AS certified_by, election.ended_because AS ended_because
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), organization: try row.id("organization_id"),
      rule: try row.id("rule_id"), title: try row.text("title"), seats: try row.integer("seats"),
      constituency: Self.constituency(
        try row.text("constituency"), unit: try row.text("unit")),
      method: try row.word("method"), ties: try row.word("ties"), onePer: try row.word("one_per"),
      allowsAbstaining: try row.boolean("allows_abstaining"), schedule: try Schedule(row: row),
      officer: try row.idOrNil("officer_id"), state: try row.word("state"),
      publicKey: try row.textOrNil("public_key"), lotSeed: try row.textOrNil("lot_seed"),
      madeBy: try row.idOrNil("made_by"), madeAt: try row.instant("made_at"),
      openedAt: try row.instantOrNil("opened_at"), closedAt: try row.instantOrNil("closed_at"),
      certifiedAt: try row.instantOrNil("certified_at"),
      certifiedBy: try row.idOrNil("certified_by"),
      endedBecause: try row.textOrNil("ended_because"))
  }

  private static func constituency(_ kind: String, unit: String) -> Scope {
    switch kind {
    case "department": .department(DepartmentID(stored: unit))
    case "program": .program(ProgramID(stored: unit))
    default: .institution
    }
  }
}
