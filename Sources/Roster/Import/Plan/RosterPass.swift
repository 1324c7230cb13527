import Kernel
import SQLStore
import Spreadsheet

/// One pass over a roster's rows, comparing them with the database chunk by chunk.
///
/// A preview and an import are the same pass, so that both find the same; only the import writes
/// each chunk. What the pass learns of the database is how it stood before the file, whether or
/// not chunks are written meanwhile: what the file itself has changed is remembered here. Memory
/// is bounded by a few chunks, the places, and one number and address a person.
struct RosterPass {
  /// How many rows are compared at once.
  static let chunk = 1000
  /// For how many people room is made as soon as a file seems to have as many.
  private static let foreseen = 200_000

  let world: World
  let today: Day
  private let viewer: Viewer?
  var catalog: PlaceCatalog
  var report = RosterReport()
  var preview = RosterPreview()
  /// The rows that were refused so far.
  private(set) var refused = RefusedRows()
  let rows: RosterRows

  private var parser: RowParser
  var notes = RosterNotes()
  var digest = PlanDigest()
  /// The personnel numbers of the file so far.
  private(set) var numbers: Set<String> = []
  /// Whose mail address each of the file is, by personnel number.
  private var addresses: [String: String] = [:]
  /// The addresses of people that the file has changed so far.
  private var moved: [PersonID: String] = [:]
  /// Problems beyond those that are listed.
  private(set) var unlisted = 0
  /// What the database knew of everybody before the file; nil where each chunk has to ask.
  let everybody: ChunkLookup?

  /// Opens a file.
  /// - Throws: ``ImportRefusal`` where it cannot be read at all.
  init(_ file: RosterFile, on occasion: RosterOccasion, in reader: any SQLReader) throws {
    rows = try RosterRows(file, in: reader)
    try rows.layout.check()
    catalog = try PlaceCatalog(reader)
    parser = RowParser(rows.layout, isStrict: rows.isText, words: catalog.words)
    everybody = try ChunkLookup.ofFew(today: occasion.today, in: reader)
    world = occasion.world.countingUp()
    today = occasion.today
    viewer = occasion.viewer
  }

  /// Reads the next rows; none after the last.
  mutating func parse() throws -> [RowParser.Answer] {
    var answers: [RowParser.Answer] = []
    answers.reserveCapacity(Self.chunk)
    if !numbers.isEmpty, numbers.count <= Self.chunk, let total = rows.estimatedTotal {
      numbers.reserveCapacity(min(total, Self.foreseen))
      addresses.reserveCapacity(min(total, Self.foreseen))
    }
    while answers.count < Self.chunk, let row = try rows.next() {
      answers.append(parser.parse(row))
      judgeWithinFile(&answers[answers.count - 1])
    }
    return answers
  }

  /// What has to be known of the people of some rows.
  func keys(of answers: [RowParser.Answer]) -> ChunkLookup.Keys {
    var keys = ChunkLookup.Keys(today: today)
    keys.numbers = answers.compactMap { $0.personnelNumber }
    keys.addresses = answers.compactMap { $0.address.map(Person.addressKey) }
    return keys
  }

  /// Plans some rows; those that are refused are counted and left out.
  mutating func plan(_ answers: inout [RowParser.Answer], _ lookup: ChunkLookup) -> [PlannedRow] {
    var planned: [PlannedRow] = []
    planned.reserveCapacity(answers.count)
    for index in answers.indices {
      if let row = plan(&answers[index], lookup) { planned.append(row) }
    }
    return planned
  }

  /// Numbers and addresses of which the file has two: the later row is refused.
  private mutating func judgeWithinFile(_ answer: inout RowParser.Answer) {
    guard let number = answer.personnelNumber else { return }
    if !numbers.insert(number).inserted {
      refuse(&answer, .personnelNumber, "same as another row")
    }
    guard let key = answer.address.map(Person.addressKey) else { return }
    if addresses[key, default: number].isOther(than: number) {
      refuse(&answer, .address, "same address as another person")
    }
  }

  /// - Parameter reason: words of the institution stand in braces.
  private func refuse(
    _ answer: inout RowParser.Answer, _ field: RosterField, _ reason: String
  ) {
    answer.row = nil
    answer.problems.append(
      RowProblem(line: answer.line, column: parser.title(field), reason: catalog.words(reason)))
  }

  /// Plans a row, or counts it as refused.
  private mutating func plan(
    _ answer: inout RowParser.Answer, _ lookup: ChunkLookup
  ) -> PlannedRow? {
    let known = answer.personnelNumber.flatMap { lookup.people[$0] }
    judgeAddress(&answer, known?.person, lookup)
    let existing = known.flatMap { lookup.appointments[$0.person.id] } ?? []
    let match = judgePlace(&answer, existing)
    // Taken, not copied: nobody asks for it again.
    guard let row = answer.row.take() else {
      count(refused: answer)
      return nil
    }
    let program = program(of: row, match)
    let site = row.training == nil ? nil : catalog.site(row.training?.place.site, world)
    let draft = RowDraft(
      row: row, known: known, program: program.map { ($0, catalog.programs[$0].id) },
      site: site.map { ($0, ID(stored: catalog.sites.all[$0].id)) })
    let planned = draft.planned(among: existing, world, today: today) {
      RowDraft.changes(from: $0, to: $1, $2, catalog)
    }
    if let before = planned.before, before.address != planned.person.address {
      moved[before.id] = planned.person.address.map(Person.addressKey) ?? ""
    }
    count(planned)
    return planned
  }

  /// Refuses an address of someone else in the database, unless the file gave them another; and a
  /// new address of someone with a role beyond the viewer's, for its mail lets people sign in.
  private func judgeAddress(
    _ answer: inout RowParser.Answer, _ person: Person?, _ lookup: ChunkLookup
  ) {
    guard person != nil || !lookup.holders.isEmpty,
      let key = answer.address.map(Person.addressKey)
    else { return }
    let others = "same address as another person"
    if let holder = lookup.holders[key], holder != person?.id,
      moved[holder] == nil || moved[holder] == key,
      !answer.problems.contains(where: { $0.reason == others })
    {
      refuse(&answer, .address, others)
    }
    if let viewer, let person, let roles = lookup.roles[person.id],
      roles.contains(where: { !viewer.mayGrant($0) }),
      key != person.address.map(Person.addressKey)
    {
      refuse(&answer, .address, "a new address for someone with a role that you cannot grant")
    }
  }

  /// Finds the row's program, and refuses what cannot be placed.
  private mutating func judgePlace(
    _ answer: inout RowParser.Answer, _ existing: [Appointment]
  ) -> PlaceCatalog.Match? {
    guard let place = answer.row?.training?.place ?? answer.refusedPlace,
      place.program != nil || place.accreditationNumber != nil
    else { return nil }
    var match = catalog.match(place)
    // Of programs of one name, the one is meant in which the person trains already.
    if case .ambiguous(let candidates) = match,
      let own = existing.last(where: { appointment in
        candidates.contains { catalog.programs[$0].id == appointment.program }
      }).flatMap({ catalog.program($0.program) })
    {
      match = .known(own)
    }
    switch match {
    case .known(let program):
      if catalog.isSecondSponsor(place.sponsor, of: program) {
        refuse(&answer, .sponsor, "a second sponsor of record for this {program}")
      }
    case .ambiguous:
      refuse(&answer, .program, "several {programs} have this name: give the ACGME number")
    case .unknown:
      if place.program == nil { refuse(&answer, .program, "missing") }
      let title = parser.title(.department)
      if place.department == nil, !answer.problems.contains(where: { $0.column == title }) {
        refuse(&answer, .department, "missing")
      }
    }
    return match
  }

  private mutating func program(of row: RosterRow, _ match: PlaceCatalog.Match?) -> Int? {
    guard let place = row.training?.place, let match else { return nil }
    let index: Int
    switch match {
    case .known(let known): index = known
    case .unknown, .ambiguous:
      guard let name = place.program, let department = place.department else { return nil }
      index = catalog.create(name, in: department, place, world)
    }
    catalog.learn(place, of: index, &notes)
    return index
  }
}

extension RosterPass {
  /// How far the pass is; the total is an estimate.
  var progress: RosterProgress {
    RosterProgress(done: report.rows, total: rows.estimatedTotal)
  }

  private mutating func count(refused answer: RowParser.Answer) {
    report.refusedRows += 1
    refused.add(line: answer.line, cells: rows.layout.mending.withoutOurs(answer.cells))
    let room = RosterReport.mostProblems - report.refused.count
    let problems = answer.problems
    let sorted = problems.count > 1 ? parser.inOrder(problems) : problems
    report.refused += sorted.prefix(room)
    unlisted += max(0, problems.count - room)
  }

  private mutating func count(_ planned: PlannedRow) {
    report.accepted += 1
    digest.add(planned, catalog)
    switch planned.kind {
    case .new:
      report.new += 1
      if let row = shown(planned, report.new) { preview.new.append(row) }
    case .changed:
      report.changed += 1
      if let row = shown(planned, report.changed) { preview.changed.append(row) }
    case .ended:
      report.ended += 1
      if let row = shown(planned, report.ended) { preview.ended.append(row) }
    case .unchanged:
      report.unchanged += 1
      if let row = shown(planned, report.unchanged) { preview.unchanged.append(row) }
    }
  }

  /// The row as a preview shows it, if it is among the first of its sort.
  private func shown(_ planned: PlannedRow, _ number: Int) -> RosterPreview.Row? {
    guard number <= RosterPreview.rows else { return nil }
    return RosterPreview.Row(
      line: planned.line, personnelNumber: planned.person.personnelNumber ?? "",
      name: planned.person.name.display,
      program: planned.program.map { catalog.programs[$0].name } ?? "", changes: planned.changes)
  }
}

extension String {
  /// Whether two numbers differ; called on a dictionary's value, it keeps a default there.
  fileprivate mutating func isOther(than other: String) -> Bool { self != other }
}
