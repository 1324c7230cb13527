package import SQLStore

/// A table that refers to people: while it does, whoever an import brought is not removed.
///
/// Without this, a deletion would take along what has been built on a person since. A part that
/// adds such a table adds it here.
package struct RosterDependent: Sendable {
  /// What the person has, behind their name.
  let words: String
  /// The identifiers of the people, as `person_id`.
  let people: SQLQuery

  /// - Parameters:
  ///   - words: such as `holds or held a role`.
  ///   - people: a statement that gives `person_id`.
  package init(_ words: String, _ people: SQLQuery) {
    self.words = words
    self.people = people
  }

  /// The people that are also among those of another statement.
  func people(among ids: SQLQuery) -> SQLQuery {
    "SELECT person_id FROM (\(people)) AS dependent WHERE person_id IN (\(ids))"
  }

  /// The tables of the roster, of the accounts, of elections and of mentoring.
  ///
  /// A wish to be apart (`mentoring_avoidance`) is none of them, and never becomes one: nobody but
  /// who wrote it reads it, and an import that cannot be undone for it would tell of it. It goes
  /// along with whoever goes.
  package static let known = [
    RosterDependent("holds or held a role", "SELECT person_id FROM role_grant"),
    RosterDependent("has an account", "SELECT person_id FROM identity"),
    RosterDependent("has a password", "SELECT person_id FROM password"),
    RosterDependent("has signed in", "SELECT person_id FROM session"),
    RosterDependent("has been sent a link to sign in", "SELECT person_id FROM one_time_link"),
    RosterDependent("is on the roll of an election", "SELECT person_id FROM elector"),
    RosterDependent("stands or stood for election", "SELECT person_id FROM candidate"),
    RosterDependent("asked to be put on a roll", "SELECT person_id FROM roll_correction"),
    RosterDependent(
      "is or was an election officer",
      "SELECT officer_id AS person_id FROM election WHERE officer_id IS NOT NULL"),
    RosterDependent("is noted as a judge", "SELECT person_id FROM mentoring_judge"),
    RosterDependent("takes part in something that has begun since", mentoring),
  ]

  /// Whoever enrolled in mentoring, was paired in it or has a certificate of it. What they offer,
  /// answer and write, they do as one of these, so no table of that is named.
  ///
  /// The words above do not say that it is mentoring: administrators undo imports too, and who
  /// takes part in it is not theirs to know.
  private static let mentoring: SQLQuery =
    """
    SELECT person_id FROM mentoring_enrollment
    UNION SELECT mentee_id FROM mentoring_pair
    UNION SELECT mentor_id FROM mentoring_pair
    UNION SELECT person_id FROM mentor_certificate WHERE person_id IS NOT NULL
    """
}
