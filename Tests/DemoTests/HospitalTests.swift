import Demo
import Kernel
import Roster
import Testing

@Suite struct HospitalTests {
  @Test func `the same seed and day give the same hospital`() {
    #expect(FictionalHospital(today: tryDays[0]) == usual)
    // Changes only with the generator, whatever the machine.
    #expect(usual.digest == "b5d6699fe27ba641")
  }

  @Test func `another seed gives other people in a hospital of the same kind`() {
    let other = FictionalHospital(seed: 7, today: tryDays[0])
    #expect(other.digest != usual.digest)
    #expect(Set(other.people.map(\.id)).isDisjoint(with: usual.people.map(\.id)))
    #expect(other.departments.map(\.name) == usual.departments.map(\.name))
    #expect(other.programs.map(\.accreditationNumber) != usual.programs.map(\.accreditationNumber))
  }

  @Test(arguments: tryDays, [FictionalHospital.usualSeed, 4096])
  func `its size is that of a large teaching hospital`(today: Day, seed: UInt64) {
    let hospital = FictionalHospital(seed: seed, today: today)
    #expect(
      [
        hospital.sponsors.count, hospital.sites.count, hospital.departments.count,
        hospital.programs.count, hospital.active(.faculty).count, hospital.active(.staff).count,
      ] == [2, 4, 30, 120, 600, 60])
    let current = hospital.currentAppointments
    #expect((1440...1560).contains(current.count))
    let away = current.count { $0.standing == .leave }
    #expect((current.count * 15 / 1000...current.count * 35 / 1000).contains(away))
    let watched = current.count { $0.standing == .remediation || $0.standing == .probation }
    #expect((4...30).contains(watched))
    let former = Dictionary(
      grouping: hospital.appointments.filter { $0.presence(on: today) == .former }, by: \.standing)
    #expect((950...1200).contains(former[.graduated]?.count ?? 0))
    #expect((4...30).contains(former[.withdrawn]?.count ?? 0))
    #expect((3...30).contains(former[.transferred]?.count ?? 0))
  }

  @Test func `in spring the next class is known, in autumn only who begins soon`() {
    let upcoming = tryDays.map { today in
      hospital(on: today).appointments.count { $0.presence(on: today) == .upcoming }
    }
    #expect(upcoming.map { $0 / 150 } == [0, 3, 3, 0, 1])
  }

  @Test(arguments: tryDays)
  func `whoever trains here today has one appointment that runs`(today: Day) {
    let hospital = hospital(on: today)
    let running = Dictionary(grouping: hospital.currentAppointments, by: \.person)
    #expect(running.values.allSatisfy { $0.count == 1 })
    let trainees = Set(hospital.people.filter { $0.capacity == .trainee }.map(\.id))
    #expect(trainees == Set(hospital.appointments.map(\.person)))
    #expect(running.keys.allSatisfy { hospital.deactivated[$0] == nil })
    let byPerson = Dictionary(grouping: hospital.appointments, by: \.person).values
    for appointments in byPerson {
      for (before, after) in zip(appointments, appointments.dropFirst()) {
        #expect(before.endsOn < after.startsOn)
      }
    }
    #expect(byPerson.count { $0.count > 1 } > 100)
  }

  @Test(arguments: tryDays)
  func `levels lie within the length of the program, and terms in their order`(today: Day) {
    let hospital = hospital(on: today)
    let programs = Dictionary(uniqueKeysWithValues: hospital.programs.map { ($0.id, $0) })
    let strange = hospital.appointments.filter { appointment in
      guard let program = programs[appointment.program] else { return true }
      let isOver = appointment.endsOn < today
      return !program.levels.contains(appointment.level)
        || appointment.startsOn >= appointment.endsOn || appointment.endsOn < hospital.opened
        || isOver != appointment.standing.isEnded
        || !program.sites.contains(where: { $0 == appointment.site })
    }
    #expect(strange == [])
  }

  @Test func `on 1 July everybody who stays is one year further on`() {
    let (before, after) = (
      hospital(on: tryDays[2]), hospital(on: tryDays[3])
    )
    let old = Dictionary(uniqueKeysWithValues: before.currentAppointments.map { ($0.id, $0) })
    let both = after.currentAppointments.filter { old[$0.id]?.startsOn.parts.month == 7 }
    let programs = Dictionary(uniqueKeysWithValues: after.programs.map { ($0.id, $0) })
    let stayers = both.filter {
      old[$0.id]?.level ?? 0 < programs[$0.program]?.levels.upperBound ?? 0
    }
    #expect(stayers.count > 900)
    let names = Dictionary(uniqueKeysWithValues: before.people.map { ($0.id, $0.name) })
    let same = after.people.filter { names[$0.id] != nil }
    #expect(same.count > 2000)
    #expect(same.allSatisfy { $0.name == names[$0.id] })
    #expect(stayers.allSatisfy { $0.level == (old[$0.id]?.level ?? 0) + 1 })
  }

  @Test func `programs have distinct numbers of ten digits, one sponsor and a primary site`() {
    let numbers = usual.programs.map(\.accreditationNumber)
    #expect(Set(numbers).count == 120)
    #expect(numbers.allSatisfy { $0.utf8.count == 10 && $0.allSatisfy(\.isNumber) })
    #expect(Set(usual.programs.map(\.sponsor)) == Set(usual.sponsors.map(\.id)))
    #expect(Set(usual.programs.map(\.department)) == Set(usual.departments.map(\.id)))
    #expect(Set(usual.programs.map { $0.sites[0] }) == Set(usual.sites.map(\.id)))
    #expect(usual.programs.allSatisfy { Set($0.sites).count == $0.sites.count })
  }
}
