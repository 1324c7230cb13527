import Kernel
import SQLStore

extension RosterPass {
  /// What a whole pass found.
  struct Findings: Sendable {
    var report: RosterReport
    var preview: RosterPreview
    var refused: RefusedRows
    var digest: String
    var layout: RosterLayout
  }

  /// Sums up after the last row.
  mutating func finish(_ reader: any SQLReader) throws -> Findings {
    try countMissing(reader)
    addNotes(catalog.words)
    report.notes = notes.list
    for note in report.notes { digest.add(note) }
    for program in catalog.changedPrograms {
      digest.add(program.facts.accreditationNumber)
      digest.add(program.facts.directorAddress)
    }
    return Findings(
      report: report, preview: preview, refused: refused, digest: digest.finish(),
      layout: rows.layout)
  }

  /// Counts current trainees of earlier files who are not in this one; a file of refused rows was
  /// never to hold them all.
  private mutating func countMissing(_ reader: any SQLReader) throws {
    guard everybody?.people.isEmpty != true, !rows.layout.mending.isMended else { return }
    let open = Standing.allCases.filter { !$0.isEnded }.map(\.rawValue)
    var missing: [String] = []
    try reader.forEach(
      """
      SELECT DISTINCT person.personnel_number FROM person
      JOIN appointment ON appointment.person_id = person.id
      WHERE person.personnel_number IS NOT NULL AND person.import_id IS NOT NULL
        AND person.deactivated_at IS NULL AND person.capacity = 'trainee'
        AND appointment.standing IN (\(list: open))
        AND appointment.starts_on <= \(today) AND appointment.ends_on >= \(today)
      """
    ) { row in
      let number = try row.text("personnel_number")
      guard !numbers.contains(number) else { return }
      report.missing += 1
      missing.append(number)
    }
    missing.sort()
    try nameMissing(Array(missing.prefix(RosterPreview.missingPeople)), reader)
  }

  private mutating func nameMissing(_ numbers: [String], _ reader: any SQLReader) throws {
    var names: [String: String] = [:]
    let people = try reader.all(
      Person.self,
      "SELECT \(Person.columns) FROM person WHERE personnel_number IN (\(list: numbers))")
    for person in people {
      names[person.personnelNumber ?? ""] =
        "\(person.name.display) (\(person.personnelNumber ?? ""))"
    }
    preview.missing = numbers.compactMap { names[$0] }
    report.missingPeople = preview.missing
  }

  private mutating func addNotes(_ words: Words) {
    let created = catalog.created
    let parts = [
      (created.programs, "{program}", "{programs}"),
      (created.departments, "{department}", "{departments}"), (created.sites, "{site}", "{sites}"),
      (created.sponsors, "sponsor", "sponsors"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    if !parts.isEmpty { notes.add(words("New here: \(parts.joined(separator: ", ")).")) }
    if report.rows == 0 { notes.add("The file has no rows below its header.") }
    let unused = rows.layout.unused
    if !unused.isEmpty { notes.add("Columns not used: \(unused.joined(separator: ", ")).") }
    if rows.repeatedHeaders > 0 {
      notes.add("Lines that repeat the header were skipped: \(rows.repeatedHeaders).")
    }
    if unlisted > 0 { notes.add("Problems beyond those listed: \(unlisted).") }
  }
}
