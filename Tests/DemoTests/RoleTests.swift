import Demo
import Kernel
import Roster
import Testing

@Suite struct RoleTests {
  @Test(arguments: tryDays)
  func `each program has exactly one director on every day since the opening`(today: Day) {
    let hospital = hospital(on: today)
    for program in hospital.programs {
      let directing = hospital.grants.filter {
        $0.role == .programDirector && $0.scope == .program(program.id) && $0.deputyOf == nil
      }.sorted { $0.startsOn < $1.startsOn }
      #expect(directing.count { $0.state(on: today) == .current } == 1)
      #expect(directing.first?.startsOn == hospital.opened)
      #expect(directing.last?.endsOn == nil)
      for (before, after) in zip(directing, directing.dropFirst()) {
        #expect(before.endsOn?.adding(days: 1) == after.startsOn)
      }
    }
  }

  @Test func `each program has a coordinator, and coordinators have several programs`() {
    let current = usual.grants.filter {
      $0.role == .programCoordinator && $0.state(on: usual.today) == .current
    }
    #expect(Set(current.map(\.scope)).count == 120)
    let programs = Dictionary(grouping: current, by: \.person).mapValues(\.count)
    #expect(programs.count == 45)
    #expect(programs.values.max() == 4)
  }

  @Test func `the institution's roles are held by those who should`() {
    let held = Dictionary(
      grouping: usual.grants.filter {
        $0.state(on: usual.today) == .current && $0.deputyOf == nil
      }, by: \.role
    ).mapValues(\.count)
    #expect(
      held == [
        .administrator: 2, .office: 10, .dio: 1, .programDirector: 120,
        .programCoordinator: 120, .steward: 1, .adviser: 1,
      ])
  }

  @Test func `deputies act in grants that stand before theirs, with the same role and scope`() {
    var seen: [ID<RoleGrant>: RoleGrant] = [:]
    for grant in usual.grants {
      if let principal = grant.deputyOf {
        #expect(seen[principal]?.role == grant.role && seen[principal]?.scope == grant.scope)
        #expect(seen[principal]?.person != grant.person)
      }
      seen[grant.id] = grant
    }
    #expect(usual.grants.count { $0.deputyOf != nil } > 30)
  }

  @Test func `roles hold where they can, by people who can sign in`() {
    for grant in usual.grants {
      #expect(grant.role.holds(in: grant.scope))
      #expect(grant.grantedAt < usual.today.moment(at: 0))
      if grant.state(on: usual.today) == .current {
        #expect(usual.deactivated[grant.person] == nil)
      }
    }
  }

  @Test(arguments: tryDays)
  func `sign in as offers somebody of each role`(today: Day) throws {
    let hospital = hospital(on: today)
    #expect(Set(hospital.cast.keys) == Set(DemonstrationRole.allCases))
    #expect(Set(hospital.cast.values).count == DemonstrationRole.allCases.count)
    let current = Dictionary(
      uniqueKeysWithValues: hospital.currentAppointments.map { ($0.person, $0) })
    let kinds = Dictionary(uniqueKeysWithValues: hospital.programs.map { ($0.id, $0) })
    for (role, kind, isLast) in [
      (DemonstrationRole.resident, FictionalHospital.Program.Kind.residency, false),
      (.fellow, .fellowship, false), (.chiefResident, .residency, true),
    ] {
      let person = try #require(hospital.cast[role])
      let appointment = try #require(current[person])
      let program = try #require(kinds[appointment.program])
      #expect(program.kind == kind)
      #expect((appointment.level == program.levels.upperBound) == isLast)
      #expect(hospital.chiefResidents.contains(person) == isLast)
    }
    #expect(hospital.chiefResidents.count >= 20)
  }
}

extension Day {
  func moment(at hour: Int) -> Instant {
    Instant(milliseconds: Int64(number) * 86_400_000 + Int64(hour) * 3_600_000)
  }
}
