import Concerns
import Councils
import Credentials
import Kernel
import Roster
import SQLStore

/// Founds the hospital's handling groups, has people raise concerns, and responders answer them, by
/// the same verbs as everybody does.
struct ConcernFill {
  private let hospital: FictionalHospital
  private let writer: any SQLWriter
  private let drawn: World

  init(_ hospital: FictionalHospital, _ drawn: World, _ writer: any SQLWriter) {
    self.hospital = hospital
    self.drawn = drawn
    self.writer = writer
  }

  /// Does it.
  func fill() throws {
    guard let chief = hospital.cast[.chiefResident], let mentor = hospital.cast[.mentor],
      let adviser = hospital.cast[.adviser], let office = hospital.cast[.office],
      let dio = hospital.cast[.dio],
      let council = try writer.first(
        "SELECT organization_id FROM officer WHERE person_id = \(chief) ORDER BY id")
    else { return }
    try keepRules(by: office)
    let neutral = try found(
      "Ombudsperson", "Whatever the others cannot take, because it is about them.", by: office)
    let institution = try found(
      "GME office", "What only the institution can mend.", fallback: neutral, by: office)
    let residents = try found(
      "Resident council", "Whatever makes training or care harder. Peers read it.",
      council: council.id("organization_id"), fallback: neutral, by: office)
    try name(adviser, "Ombudsperson", in: neutral, by: office)
    try name(office, "GME office", in: institution, by: office)
    try name(dio, "Designated institutional official", in: institution, by: office)
    try name(chief, "Resident chair", in: residents, by: chief)
    try name(mentor, "Faculty adviser of the council", in: residents, by: chief)
    var keys: [PersonID: UnlockedKey] = [:]
    for person in [adviser, office, dio, chief, mentor] { keys[person] = try makeKey(person) }
    for (group, person) in [(neutral, adviser), (institution, office), (residents, chief)] {
      guard let key = keys[person] else { continue }
      _ = try RecoverySheet.draw(
        for: group, by: viewer(person, opened), with: key, in: world(opened), writer: writer)
    }
    try route("Patient safety", to: institution, by: office)
    let desk = Desk(
      group: residents, answering: (chief, keys[chief]), second: (mentor, keys[mentor]))
    try raise(at: desk)
    try raisePast(at: desk)
    try settle()
  }

  /// A group, who answers for it, and who looks at what the register is to say.
  private struct Desk {
    let group: ID<HandlingGroup>
    let answering: (person: PersonID, key: UnlockedKey?)
    let second: (person: PersonID, key: UnlockedKey?)
  }

  /// When the groups were founded.
  private var opened: Day { hospital.today.adding(days: -120) }

  private func keepRules(by office: PersonID) throws {
    let keeper = viewer(office, opened)
    for one in ConcernPlan.categories {
      try ConcernCategory.add(
        .init(name: one.name, hint: one.hint, promise: one.promise), by: keeper,
        in: world(opened), writer: writer)
    }
    for one in ConcernPlan.channels {
      let typed = [
        OutsideChannel.Field.kind: one.kind.rawValue, OutsideChannel.Field.name: one.name,
        OutsideChannel.Field.how: one.how,
      ]
      try OutsideChannel.add(by: keeper, in: world(opened), writer: writer) { typed[$0] ?? "" }
    }
  }

  private func found(
    _ name: String, _ purpose: String, council: OrganizationID? = nil,
    fallback: ID<HandlingGroup>? = nil, by office: PersonID
  ) throws -> ID<HandlingGroup> {
    try HandlingGroup.found(
      .init(name: name, purpose: purpose, organization: council, fallback: fallback),
      by: viewer(office, opened), in: world(opened), writer: writer)
  }

  private func route(
    _ category: String, to group: ID<HandlingGroup>, by office: PersonID
  ) throws {
    let keeper = viewer(office, opened)
    let found = try ConcernCategory.all(viewer: keeper, reader: writer)
      .first { $0.name == category }
    let typed = [
      ConcernRoute.Field.category: found?.id.text ?? "", ConcernRoute.Field.group: group.text,
    ]
    try ConcernRoute.keep(by: keeper, in: world(opened), writer: writer) { typed[$0] ?? "" }
  }

  private func name(
    _ person: PersonID, _ title: String, in group: ID<HandlingGroup>, by namer: PersonID
  ) throws {
    // Officers of the council came into office later than the group was founded.
    let day = namer == hospital.cast[.office] ? opened : hospital.today
    try Responder.name(
      .init(person: person, title: title), in: group, by: viewer(namer, day), at: world(opened),
      writer: writer)
  }

  private func makeKey(_ person: PersonID) throws -> UnlockedKey {
    let salt = drawn.randomBytes(PassphraseSeed.saltLength)
    let octets = try PassphraseSeed.octets(
      of: DemonstrationPassphrase.text, salt: salt, cost: .quickForTests)
    return try ReadingKey.make(
      locked: KeyLock(salt: salt, octets: octets), by: viewer(person, opened),
      in: world(opened), writer: writer)
  }

  private func raise(at desk: Desk) throws {
    let (reader, key) = desk.answering
    var chance = Chance(hospital.seed, .concerns)
    let trainees = hospital.currentAppointments.filter { $0.standing == .active }.map(\.person)
    for plan in ConcernPlan.all {
      let day = hospital.today.adding(days: -plan.age)
      let author = chance.pick(trainees)
      let known = plan.manner == .anonymous || author == reader ? nil : author
      let id = try raise(plan, with: desk.group, by: known, on: day)
      for (place, answer) in plan.answers.enumerated() {
        let then = day.adding(days: answer.after)
        let viewer = viewer(reader, then)
        let opened = try OpenedConcern(id, viewer: viewer, with: key, reader: writer)
        if plan.isResolved, place == plan.answers.count - 1 {
          try opened.resolve(answer.text, by: viewer, in: world(then), writer: writer)
          try summarize(id, plan.summary, on: then, at: desk)
        } else {
          try opened.answer(answer.text, by: viewer, in: world(then), writer: writer)
        }
      }
    }
  }

  /// The concerns of the academic year before, over its months.
  private func raisePast(at desk: Desk) throws {
    var chance = Chance(hospital.seed, .pastConcerns)
    let year = AcademicYear(containing: hospital.today, start: .july1)
    let first = AcademicYear(startYear: year.startYear - 1, start: .july1).firstDay
    for past in PastConcern.all {
      for number in 0..<past.count {
        let plan = ConcernPlan(
          category: past.category, manner: .anonymous, age: 0, text: past.text)
        let day = first.adding(days: chance.below(300))
        let id = try raise(plan, with: desk.group, by: nil, on: day)
        let then = day.adding(days: 1 + chance.below(20))
        let viewer = viewer(desk.answering.person, then)
        try OpenedConcern(id, viewer: viewer, with: desk.answering.key, reader: writer)
          .resolve(past.answer, by: viewer, in: world(then), writer: writer)
        if number == past.count / 2 { try summarize(id, past.summary, on: then, at: desk) }
      }
    }
  }

  /// Proposes words for the register, and publishes them where nobody can object any more.
  private func summarize(
    _ id: ID<Concern>, _ summary: (said: String, done: String)?, on day: Day, at desk: Desk
  ) throws {
    guard let summary else { return }
    let author = viewer(desk.answering.person, day)
    try OpenedConcern(id, viewer: author, with: desk.answering.key, reader: writer).summarize(
      ConcernSummary.Words(said: summary.said, done: summary.done), by: author,
      in: world(day), writer: writer)
    let later = day.adding(days: 17)
    guard later <= hospital.today else { return }
    let second = viewer(desk.second.person, later)
    try OpenedConcern(id, viewer: second, with: desk.second.key, reader: writer)
      .publish(by: second, in: world(later), writer: writer)
  }

  private func raise(
    _ plan: ConcernPlan, with group: ID<HandlingGroup>, by author: PersonID?, on day: Day
  ) throws -> ID<Concern> {
    let viewer = viewer(author, day)
    let category = try ConcernCategory.all(viewer: viewer, reader: writer)
      .first { $0.name == plan.category }
    guard let category else { throw Absent() }
    let address = ConcernAddress(
      manner: author == nil ? .anonymous : plan.manner, group: group, category: category.id)
    let readers = try ConcernReaders.of(
      address, writer: author, viewer: viewer, reader: writer)
    let code = ConcernCode(in: drawn)
    let draft = ConcernDraft(address: address, text: plan.text, isUrgent: plan.isUrgent)
    try Concern.raise(
      SentConcern(draft, code: code, seen: readers.digest), by: viewer, in: world(day),
      writer: writer)
    return try WrittenConcern.open(code, reader: writer).concern.id
  }

  /// The mornings since have passed, and what people were told then was mailed then.
  private func settle() throws {
    _ = try ConcernNight.pass(in: world(hospital.today), writer: writer)
    try writer.execute("UPDATE notice SET mailed_at = at WHERE mailed_at IS NULL")
  }

  private func viewer(_ person: PersonID?, _ day: Day) -> Viewer {
    let isOffice = person != nil && person == hospital.cast[.office]
    return Viewer(
      person: person, grants: isOffice ? [Grant(role: .office, scope: .institution)] : [],
      now: day.moment(hour: 12), today: day)
  }

  private func world(_ day: Day) -> World {
    var world = drawn
    world.now = { day.moment(hour: 12) }
    return world
  }
}

/// The passphrase with which everybody of the demonstration unlocks their reading key.
package enum DemonstrationPassphrase {
  /// Its text, which the demonstration's pages show.
  package static let text = "seven geese cross the quiet river"
}
