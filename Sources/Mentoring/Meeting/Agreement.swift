package import Kernel
package import SQLStore

/// What the two of a pair agree on; it holds once both have signed the same version, until both
/// have signed a later one.
package struct Agreement: Sendable, Equatable {
  /// From 1.
  package let version: Int
  package let terms: AgreementDraft
  package let menteeSignedAt: Instant?
  package let mentorSignedAt: Instant?

  /// Whether both have signed.
  package var holds: Bool { menteeSignedAt != nil && mentorSignedAt != nil }

  /// Whether one of the two has signed.
  package func isSigned(by side: PairSide) -> Bool {
    switch side {
    case .mentee: menteeSignedAt != nil
    case .mentor: mentorSignedAt != nil
    }
  }
}

extension Agreement: SQLDecodable {
  package init(row: SQLRow) throws {
    self.init(
      version: try row.integer("version"),
      terms: AgreementDraft(
        aims: try row.text("aims"), meetEvery: try row.integer("meet_every"),
        confidence: try row.text("confidence"), endsOn: try row.day("ends_on")),
      menteeSignedAt: try row.instantOrNil("mentee_signed_at"),
      mentorSignedAt: try row.instantOrNil("mentor_signed_at"))
  }

  /// All versions of a pair's agreement that were not taken back, the latest first, for the two
  /// alone.
  package static func all(
    of pair: ID<MentoringPair>, viewer: Viewer, reader: any SQLReader
  ) throws -> [Agreement] {
    _ = try InsidePair(pair, viewer, reader)
    return try versions(of: pair, reader)
  }

  /// Proposes terms as the next version, signed by whoever proposes them; a mentor may propose the
  /// same to each of a group.
  package static func propose(
    _ draft: AgreementDraft, for id: ID<MentoringPair>, toGroup isForGroup: Bool = false,
    by moment: (viewer: Viewer, world: World), writer: any SQLWriter
  ) throws {
    let (viewer, world) = moment
    let inside = try InsidePair(goingOn: id, viewer, writer)
    guard draft.endsOn > viewer.today, draft.endsOn <= inside.cycle.plan.endsOn else {
      throw Problems(
        field: AgreementDraft.Field.endsOn,
        "Choose a day after today, until \(inside.cycle.plan.endsOn.words), when the cycle ends.")
    }
    let all = try inside.all(ofGroup: isForGroup, writer)
    let open = try all.filter { one in
      try versions(of: one.pair.id, writer).first?.terms != draft
    }
    guard !open.isEmpty else { throw MentoringRefusal.sameAgreement }
    for one in open { try one.propose(draft, in: world, writer) }
    try inside.cycle.noteUnnamed("mentoring.agreement_proposed", at: viewer.now, to: writer)
  }

  /// Signs the latest version; an older one can no longer be signed.
  package static func sign(
    version: Int, of id: ID<MentoringPair>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let inside = try InsidePair(goingOn: id, viewer, writer)
    guard let latest = try versions(of: id, writer).first, latest.version == version else {
      throw MentoringRefusal.olderAgreement
    }
    guard !latest.isSigned(by: inside.side) else { return }
    let column: SQLQuery = inside.side == .mentee ? "mentee_signed_at" : "mentor_signed_at"
    try writer.execute(
      """
      UPDATE mentoring_agreement SET \(column) = \(viewer.now)
      WHERE pair_id = \(id) AND version = \(version)
      """)
    try inside.tellOther(
      "Your agreement in “\(inside.cycle.title)” is signed by both of you.", in: world, writer)
    try inside.cycle.noteUnnamed("mentoring.agreement_signed", at: viewer.now, to: writer)
  }

  /// Takes a proposed change away, and those that it replaced, so that the version which both
  /// signed stays what holds. Either of the two can: who proposed it, and who would have to sign
  /// it. The other is told that what was agreed holds, and not by whom.
  ///
  /// The rows lose their words and their signature, and are left out from then on. They are not
  /// deleted, because the next proposal would have the number of one, and a page that still shows
  /// the former would sign what nobody has read on it.
  /// - Throws: ``MentoringRefusal/proposalIsOver`` where both signed it meanwhile, another version
  ///   came or it was taken back already; ``Absent`` where no earlier version holds.
  package static func keepWhatHolds(
    insteadOf version: Int, of id: ID<MentoringPair>, by viewer: Viewer, in world: World,
    writer: any SQLWriter
  ) throws {
    let inside = try InsidePair(goingOn: id, viewer, writer)
    let all = try versions(of: id, writer)
    guard let latest = all.first, latest.version == version, !latest.holds else {
      throw MentoringRefusal.proposalIsOver
    }
    guard let held = all.first(where: \.holds) else { throw Absent() }
    try writer.execute(
      """
      UPDATE mentoring_agreement SET aims = '', confidence = '', mentee_signed_at = NULL,
        mentor_signed_at = NULL
      WHERE pair_id = \(id) AND version > \(held.version)
      """)
    try inside.tellOther(
      "What both of you signed in “\(inside.cycle.title)” holds. The change that was proposed is "
        + "taken back.", in: world, writer)
    try inside.cycle.noteUnnamed("mentoring.agreement_kept", at: viewer.now, to: writer)
  }

  /// Whether a row of a table, or of its other name, was not taken back: whoever proposes signs.
  static func stands(_ table: SQLQuery = "mentoring_agreement") -> SQLQuery {
    "(\(table).mentee_signed_at IS NOT NULL OR \(table).mentor_signed_at IS NOT NULL)"
  }

  fileprivate static func versions(
    of pair: ID<MentoringPair>, _ reader: any SQLReader
  ) throws -> [Agreement] {
    try reader.all(
      Agreement.self,
      """
      SELECT version, aims, meet_every, confidence, ends_on, mentee_signed_at, mentor_signed_at
      FROM mentoring_agreement WHERE pair_id = \(pair) AND \(stands())
      ORDER BY version DESC
      """)
  }
}

extension InsidePair {
  fileprivate func propose(
    _ draft: AgreementDraft, in world: World, _ writer: any SQLWriter
  ) throws {
    let last = try writer.number(
      "SELECT coalesce(max(version), 0) FROM mentoring_agreement WHERE pair_id = \(pair.id)")
    let signed: (mentee: Instant?, mentor: Instant?) =
      side == .mentee ? (viewer.now, nil) : (nil, viewer.now)
    try writer.execute(
      """
      INSERT INTO mentoring_agreement (pair_id, version, aims, meet_every, confidence, ends_on,
        written_by, written_at, mentee_signed_at, mentor_signed_at)
      VALUES (\(pair.id), \(last + 1), \(draft.aims), \(draft.meetEvery),
        \(draft.confidence), \(draft.endsOn), \(person), \(viewer.now),
        \(signed.mentee), \(signed.mentor))
      """)
    try tellOther(
      "An agreement for your pair in “\(cycle.title)” waits for your signature.", in: world,
      writer)
  }
}
