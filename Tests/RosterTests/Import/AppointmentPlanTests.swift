import Kernel
import RosterTestSupport
import Testing

@testable import Roster

/// What becomes of appointments when a row speaks of one.
@Suite struct AppointmentPlanTests {
  private let person = PersonID(stored: "person")
  private let medicine = ProgramID(stored: "medicine")
  private let surgery = ProgramID(stored: "surgery")

  private func appointment(
    _ id: String, _ program: ProgramID, _ days: (String, String), _ standing: Standing = .active
  ) -> Appointment {
    Appointment(
      id: ID(stored: id), person: person, program: program, site: nil, level: 1,
      standing: standing, startsOn: day(days.0), endsOn: day(days.1))
  }

  private func plan(
    _ program: ProgramID, _ days: (String, String), _ standing: Standing? = .active,
    among existing: [Appointment]
  ) -> AppointmentPlan {
    AppointmentPlan(
      AppointmentPlan.Wanted(
        program: program, site: nil, level: 1, standing: standing, startsOn: day(days.0),
        endsOn: day(days.1), today: TestWorld.today),
      of: person, among: existing
    ) { ID(stored: "new") }
  }

  @Test func `a row that says what is known changes nothing`() {
    let known = appointment("a", medicine, ("2025-07-01", "2028-06-30"))
    let same = plan(medicine, ("2025-07-01", "2028-06-30"), among: [known])
    #expect(same.isEmpty && same.meant == known)
    let leave = appointment("a", medicine, ("2025-07-01", "2028-06-30"), .leave)
    #expect(plan(medicine, ("2025-07-01", "2028-06-30"), nil, among: [leave]).isEmpty)
  }

  @Test func `other days or standings in the same program change that appointment`() {
    let known = appointment("a", medicine, ("2025-07-01", "2028-06-30"))
    let longer = plan(medicine, ("2025-07-01", "2029-06-30"), among: [known])
    #expect(longer.updates.map(\.after.endsOn.text) == ["2029-06-30"])
    #expect(longer.inserted == nil && !longer.ends)
    let ended = plan(medicine, ("2025-07-01", "2026-10-31"), .withdrawn, among: [known])
    #expect(ended.updates.map(\.after.standing) == [.withdrawn])
    #expect(ended.ends)
  }

  @Test func `what was planned for another last day is off`() {
    var known = appointment("a", medicine, ("2025-07-01", "2028-06-30"))
    known.endsAs = .graduated
    #expect(plan(medicine, ("2025-07-01", "2028-06-30"), among: [known]).isEmpty)
    let longer = plan(medicine, ("2025-07-01", "2029-06-30"), among: [known])
    #expect(longer.updates.map(\.after.endsAs) == [nil])
  }

  @Test func `another program ends the old appointment on the day before`() {
    let known = appointment("a", medicine, ("2025-07-01", "2028-06-30"))
    let past = plan(surgery, ("2026-10-01", "2031-06-30"), among: [known])
    #expect(
      past.updates.map { "\($0.after.endsOn.text) \($0.after.standing)" }
        == ["2026-09-30 transferred"])
    #expect(past.inserted?.program == surgery && past.replaced == known && !past.ends)
    let planned = plan(surgery, ("2027-07-01", "2031-06-30"), among: [known])
    #expect(
      planned.updates.map { "\($0.after.endsOn.text) \($0.after.standing)" }
        == ["2027-06-30 active"])
    #expect(planned.updates.map(\.after.endsAs) == [.transferred])
  }

  @Test func `an appointment that begins no earlier was meant for the other program`() {
    let known = appointment("a", medicine, ("2026-07-01", "2029-06-30"))
    let moved = plan(surgery, ("2026-07-01", "2031-06-30"), among: [known])
    #expect(moved.updates.map { "\($0.after.id.text) \($0.after.program.text)" } == ["a surgery"])
    #expect(moved.inserted == nil)
  }

  @Test func `whoever comes back, or comes for another time, gets a new appointment`() {
    let left = appointment("a", medicine, ("2022-07-01", "2024-01-31"), .withdrawn)
    let back = plan(medicine, ("2026-07-01", "2028-06-30"), among: [left])
    #expect(back.updates.isEmpty && back.inserted?.program == medicine)
    let next = plan(
      surgery, ("2028-07-01", "2030-06-30"),
      among: [appointment("b", medicine, ("2025-07-01", "2028-06-30"))])
    #expect(next.updates.isEmpty && next.inserted?.program == surgery)
  }

  @Test func `of several in the program, the one with the same start is meant`() {
    let existing = [
      appointment("a", medicine, ("2024-07-01", "2025-06-30"), .transferred),
      appointment("b", medicine, ("2025-07-01", "2026-06-30")),
      appointment("c", medicine, ("2026-07-01", "2027-06-30")),
    ]
    #expect(plan(medicine, ("2025-07-01", "2027-06-30"), among: existing).meant.id.text == "b")
    #expect(plan(medicine, ("2024-09-01", "2027-06-30"), among: existing).meant.id.text == "c")
    #expect(plan(medicine, ("2024-09-01", "2025-01-31"), among: existing).meant.id.text == "a")
  }

  @Test func `whatever a row says, the same row says nothing more the second time`() {
    var generator = SeededChance(seed: 7)
    for _ in 0..<3000 {
      let existing = (0..<generator.below(4)).map { number in
        let start = 20_000 + generator.below(2000)
        return Appointment(
          id: ID(stored: "\(number)"), person: person,
          program: generator.below(2) == 0 ? medicine : surgery, site: nil,
          level: 1 + generator.below(3), standing: Standing.allCases[generator.below(8)],
          startsOn: Day(number: start), endsOn: Day(number: start + generator.below(1500)))
      }
      let start = 20_000 + generator.below(2000)
      let wanted = AppointmentPlan.Wanted(
        program: generator.below(2) == 0 ? medicine : surgery, site: nil,
        level: 1 + generator.below(3), standing: Standing.allCases[generator.below(8)],
        startsOn: Day(number: start), endsOn: Day(number: start + generator.below(1500)),
        today: TestWorld.today)
      let first = AppointmentPlan(wanted, of: person, among: existing) { ID(stored: "new") }
      let after = first.applied(to: existing)
      #expect(after.allSatisfy { $0.startsOn <= $0.endsOn })
      #expect(after.contains(first.meant))
      let second = AppointmentPlan(wanted, of: person, among: after) { ID(stored: "newer") }
      #expect(second.isEmpty, "\(existing) \(wanted)")
    }
  }
}

/// Numbers that are the same for the same seed.
struct SeededChance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
