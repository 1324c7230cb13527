import SQLStore

extension Agreement {
  /// A column of what holds for a row of `mentoring_pair`, which is the latest version that both
  /// have signed; NULL where there is none.
  static func signed(_ column: StaticString) -> SQLQuery {
    """
    (SELECT mentoring_agreement.\(literal: column) FROM mentoring_agreement
      WHERE mentoring_agreement.pair_id = mentoring_pair.id
        AND mentoring_agreement.mentee_signed_at IS NOT NULL
        AND mentoring_agreement.mentor_signed_at IS NOT NULL
      ORDER BY mentoring_agreement.version DESC LIMIT 1)
    """
  }
}
