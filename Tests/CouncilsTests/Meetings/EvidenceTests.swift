import Councils
import Kernel
import Roster
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// What an organization shows of an academic year.
@Suite struct EvidenceTests {
  /// A council with a seat for each department, and a committee with a peer-selected delegate.
  private func furnish(_ council: Council) async throws -> OrganizationID {
    let (cast, world) = (council.cast, council.stage.world)
    let put = try await council.putForward(cast.trainee, for: council.medicine, by: cast.trainee)
    try await council.approve(put.id, by: cast.director)
    return try await council.stage.act(as: cast.office) { viewer, writer in
      let committee = try Organization.found(
        OrganizationDraft(
          name: "Education Committee", kind: .committee, purpose: "Oversees.", joining: .seats),
        by: viewer, in: world, to: writer)
      let rule = try SeatRule.add(
        SeatRuleDraft(title: "Peer-selected", kind: .peerSelected, seats: 2), to: committee,
        by: viewer, in: world, writer: writer)
      try Seating.seat(
        Elected(cast.trainee, to: rule, evidence: "Elected by peers: Fall"), by: viewer,
        in: world, writer: writer)
      return committee
    }
  }

  private func hold(_ id: OrganizationID, _ people: [PersonID], _ council: Council) async throws {
    let (cast, world) = (council.cast, council.stage.world)
    try await council.stage.act(as: cast.office) { viewer, writer in
      let meeting = try Meeting.plan(.at(10), in: id, by: viewer, at: world, writer: writer)
      try Meeting.begin(meeting, by: viewer, writer: writer)
      for person in people {
        try CheckIn.admit(person, to: meeting, by: viewer, writer: writer)
      }
      try Meeting.end(meeting, by: viewer, writer: writer)
    }
  }

  private func evidence(
    of id: OrganizationID, in year: Int = 2026, as person: PersonID, _ council: Council
  ) async throws -> Evidence {
    try await council.stage.see(as: person) { viewer, reader in
      try Evidence.of(
        id, year: AcademicYear(startYear: year, start: .july1),
        settings: Settings(reader: reader), viewer: viewer, reader: reader)
    }
  }

  private func words(_ seated: [Evidence.Seated]) -> [String] {
    seated.map { one in
      "\(one.name), \(one.organizationName), \(one.seatTitle), \(one.unitName ?? "-"): "
        + "\(one.startsOn.text) to \(one.lastDay.text) \(one.evidence)"
    }
  }

  private func words(_ meetings: [Evidence.Held]) -> [String] {
    meetings.map { held in
      "\(held.meeting.day.text): \(held.seatsPresent) of \(held.seats), peers "
        + "\(held.peersPresent) of \(held.peerSeats), quorum \(held.meeting.quorum?.isMet == true)"
    }
  }

  @Test(arguments: Engine.available)
  func `a year shows who sat, whom peers chose on committees too, and the seats at each meeting`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let (cast, id) = (council.cast, council.organization)
      let committee = try await furnish(council)
      try await hold(id, [cast.trainee], council)
      try await hold(id, [], council)
      try await hold(committee, [cast.trainee], council)
      let elected = [
        "Tess Núñez, Education Committee, Peer-selected, -: 2026-11-02 to 2027-06-30 "
          + "Elected by peers: Fall"
      ]
      let ours = try await evidence(of: id, as: cast.office, council)
      #expect(
        words(ours.seated) == [
          "Tess Núñez, Technology Council, Representative, Medicine: 2026-11-02 to 2027-06-30 "
        ])
      #expect(words(ours.elected) == elected)
      #expect(
        words(ours.meetings) == [
          "2026-11-02: 1 of 1, peers 0 of 0, quorum true",
          "2026-11-02: 0 of 1, peers 0 of 0, quorum false",
        ])
      let theirs = try await evidence(of: committee, as: cast.office, council)
      #expect(words(theirs.seated).isEmpty)
      #expect(words(theirs.elected) == elected)
      #expect(
        words(theirs.meetings) == ["2026-11-02: 1 of 1, peers 1 of 1, quorum true"])
      let before = try await evidence(of: id, in: 2025, as: cast.office, council)
      #expect(words(before.seated + before.elected) == [] && words(before.meetings) == [])
      #expect(
        await refusal { _ = try await evidence(of: id, as: cast.director, council) } == "absent")
    }
  }

  @Test(arguments: Engine.available)
  func `of a forum the evidence has the day and nothing else, whoever reads it`(
    engine: Engine
  ) async throws {
    try await withGathering(engine) { gathering in
      let (cast, id) = (gathering.cast, gathering.id)
      let closed = try await gathering.plan("Secret", isTraineesOnly: true)
      try await gathering.begin(closed)
      _ = try await gathering.checkIn(cast.trainee, at: closed)
      _ = try await gathering.decide("Secret", .init(inFavor: 1, against: 0), in: closed)
      func told(_ person: PersonID) async throws -> [String] {
        try await gathering.stage.see(as: person) { viewer, reader in
          let evidence = try Evidence.of(
            id, year: AcademicYear(startYear: 2026, start: .july1),
            settings: Settings(reader: reader), viewer: viewer, reader: reader)
          return evidence.forums.map(\.text) + evidence.meetings.map(\.meeting.title)
        }
      }
      #expect(try await told(cast.director) == [])
      try await gathering.end(closed)
      for person in [cast.director, cast.adviser, cast.trainee] {
        #expect(try await told(person) == ["2026-11-02"])
      }
    }
  }

  @Test(arguments: Engine.available)
  func `who has left is named to those alone who find them in the directory`(
    engine: Engine
  ) async throws {
    try await withCouncil(engine) { council in
      let cast = council.cast
      let surgeon = try await council.enrollSurgeon()
      for (person, seat, director) in [
        (cast.trainee, council.medicine, cast.director),
        (surgeon, council.surgery, cast.surgeon),
      ] {
        let put = try await council.putForward(person, for: seat, by: person)
        try await council.approve(put.id, by: director)
      }
      try await hold(council.organization, [surgeon], council)
      try await council.stage.store.write { writer in
        _ = try writer.execute(
          "UPDATE directory_entry SET presence = 'former' WHERE person_id = \(surgeon)")
      }
      for (person, name) in [(cast.trainee, Roll.goneName), (cast.office, "Sid Surgeon")] {
        let roll = try await council.stage.see(as: person) { viewer, reader in
          let meetings = try Meeting.past(
            in: council.organization, viewer: viewer, reader: reader)
          let meeting = try #require(meetings.entries.first)
          let seen = try SeenMeeting.find(meeting.id, viewer: viewer, reader: reader)
          return try Roll.of(seen, viewer: viewer, reader: reader).lines.map(\.name)
        }
        #expect(roll == ["Tess Núñez", name])
      }
      let named = try await evidence(of: council.organization, as: cast.trainee, council)
      #expect(named.seated.map(\.name) == ["Tess Núñez"])
    }
  }
}
