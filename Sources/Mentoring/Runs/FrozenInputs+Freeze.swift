package import Kernel
import Matching
import Roster
package import SQLStore

extension FrozenInputs {
  /// Reads everything that the matching of a cycle looks at, as it is now.
  package static func freeze(
    _ id: ID<MentoringCycle>, viewer: Viewer, reader: any SQLReader
  ) throws -> FrozenInputs {
    let cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let enrolled = try Enrollment.all(in: id, viewer: viewer, reader: reader)
      .filter { $0.state == .approved }
    let trainings = try Training.of(
      enrolled.map(\.person), on: viewer.today, reader: reader)
    let here = enrolled.filter { trainings[$0.person]?.presence == .current }
    let freezing = try Freezing(cycle, trainings, reader)
    let matched = try MentoringPair.matched(in: cycle, by: MentoringPair.State.lasting, reader)
    let arePeers = cycle.plan.shape == .peers
    let offering = here.filter { $0.part.isMentor && !(arePeers && matched.contains($0.person)) }
    var inputs = FrozenInputs(
      mode: arePeers ? FrozenInputs.peers : cycle.plan.mode.rawValue,
      objective: cycle.plan.objective.rawValue,
      weights: try CycleWeights.of(id, viewer: viewer, reader: reader).byWord,
      mentees: here.filter { $0.part.isMentee && !matched.contains($0.person) }
        .map { freezing.person($0, isMentor: false) },
      mentors: offering.map { freezing.person($0, isMentor: true) },
      barred: [], locks: [], bans: [], menteeRanks: [], mentorRanks: [])
    inputs.barred = try Bars(
      among: here.map(\.person), in: cycle, trainings: trainings, on: viewer.today, reader
    ).frozen(inputs.mentees, inputs.mentors)
    if cycle.plan.shape == .groups { try inputs.keepGroupsApart(reader) }
    if arePeers { inputs.closeBothWays() }
    try inputs.decide(try MentoringDecision.all(in: id, viewer: viewer, reader: reader))
    if cycle.plan.mode == .rankings { try inputs.rank(in: id, reader) }
    return inputs
  }

  /// Among peers, what keeps one from being the other's mentor keeps the two apart.
  private mutating func closeBothWays() {
    var bars: [[Int]: Set<Bar>] = [:]
    for one in barred {
      bars[[one.mentee, one.mentor], default: []].formUnion(one.bars)
      bars[[one.mentor, one.mentee], default: []].formUnion(one.bars)
    }
    barred = bars.map { couple, bars in
      FrozenBar(mentee: couple[0], mentor: couple[1], bars: Bar.kept(bars))
    }.sorted { ($0.mentee, $0.mentor) < ($1.mentee, $1.mentor) }
  }

  private mutating func rank(
    in cycle: ID<MentoringCycle>, _ reader: any SQLReader
  ) throws {
    func numbers(_ people: [FrozenPerson]) -> [ID<Enrollment>: Int] {
      Dictionary(uniqueKeysWithValues: people.enumerated().map { (ID(stored: $1.id), $0) })
    }
    let (menteeNumbers, mentorNumbers) = (numbers(mentees), numbers(mentors))
    let wishes = try Ranking.all(.mentor, in: cycle, reader)
    let offers = try Ranking.all(.mentee, in: cycle, reader)
    menteeRanks = mentees.map { (wishes[ID(stored: $0.id)] ?? []).compactMap { mentorNumbers[$0] } }
    mentorRanks = mentors.map { (offers[ID(stored: $0.id)] ?? []).compactMap { menteeNumbers[$0] } }
  }

  private mutating func decide(_ decisions: [MentoringDecision]) throws {
    for decision in decisions {
      guard let mentee = index(ofMentee: decision.mentee),
        let mentor = index(ofMentor: decision.mentor)
      else { continue }
      switch decision.kind {
      case .lock: locks.append([mentee, mentor])
      case .ban: bans.append([mentee, mentor])
      }
    }
    locks.sort { $0.lexicographicallyPrecedes($1) }
    bans.sort { $0.lexicographicallyPrecedes($1) }
  }
}

/// What freezing reads once for all people.
private struct Freezing {
  let choices: [ID<Enrollment>: [ID<MentoringTerm>]]
  let kinds: [ID<MentoringTerm>: MentoringTerm.Kind]
  /// The number of each term, in order of identifiers.
  let numbers: [ID<MentoringTerm>: Int]
  let places: [PersonID: Int]
  let arePeers: Bool
  let trainings: [PersonID: Training]

  init(
    _ cycle: MentoringCycle, _ trainings: [PersonID: Training], _ reader: any SQLReader
  ) throws {
    self.trainings = trainings
    choices = try Enrollment.choices(of: cycle.id, reader)
    places = try MentorCapacity.free(in: cycle, reader)
    arePeers = cycle.plan.shape == .peers
    let terms = try reader.all(
      MentoringTerm.self, "SELECT id, kind, name FROM mentoring_term ORDER BY id")
    kinds = Dictionary(uniqueKeysWithValues: terms.map { ($0.id, $0.kind) })
    numbers = Dictionary(
      uniqueKeysWithValues: terms.enumerated().map { ($1.id, $0) })
  }

  func person(_ enrollment: Enrollment, isMentor: Bool) -> FrozenPerson {
    let chosen = choices[enrollment.id] ?? []
    func numbers(_ kind: MentoringTerm.Kind) -> [Int] {
      chosen.filter { kinds[$0] == kind }.compactMap { self.numbers[$0] }.sorted()
    }
    let most = arePeers ? 1 : places[enrollment.person] ?? 0
    return FrozenPerson(
      id: enrollment.id.text, person: enrollment.person.text,
      places: isMentor ? most : 0, hours: enrollment.hours.bits,
      department: trainings[enrollment.person]?.placement?.department.text ?? "",
      topics: numbers(.topic), careers: numbers(.career), specialties: numbers(.specialty),
      languages: numbers(.language), formats: numbers(.format))
  }
}
