import Disclosure
import Kernel
import SQLStore

extension RegisterFigures {
  /// Counts the year before, once it is time.
  static func close(on today: Day, _ writer: any SQLWriter) throws {
    let settings = try Settings(reader: writer)
    let last =
      AcademicYear(
        containing: today.adding(days: -patience), start: settings.yearStart
      ).startYear - 1
    let year = AcademicYear(startYear: last, start: settings.yearStart)
    let known = try writer.first("SELECT number FROM register_figure WHERE year = \(last)")
    guard known == nil else { return }
    let lines = try YearCount(of: year, writer).lines(threshold: settings.publicThreshold)
    for (number, line) in lines.enumerated() {
      try writer.execute(
        """
        INSERT INTO register_figure (year, number, name, is_total, raised, answered, median_days)
        VALUES (\(last), \(number), \(line.name), \(line.isTotal), \(line.raised),
          \(line.answered), \(line.medianDays))
        """)
    }
  }
}

/// The concerns of a year by category, each with the business days until its first answer.
struct YearCount {
  /// Of each category the days until the first answer of each concern; nil where there is none.
  private let waits: [(name: String, waits: [Int?])]

  init(of year: AcademicYear, _ reader: any SQLReader) throws {
    let days = try BusinessDays(reader: reader)
    var waits: [(name: String, waits: [Int?])] = []
    var category: ID<ConcernCategory>?
    try reader.forEach(
      """
      SELECT concern_category.id AS id, concern_category.name AS name,
        concern.raised_on AS raised_on, concern.answered_on AS answered_on
      FROM concern JOIN concern_category ON concern_category.id = concern.category_id
      WHERE concern.raised_on >= \(year.firstDay) AND concern.raised_on <= \(year.lastDay)
      ORDER BY concern_category.position, concern_category.id
      """
    ) { row in
      let id: ID<ConcernCategory> = try row.id("id")
      if id != category { waits.append((try row.text("name"), [])) }
      category = id
      let raisedOn = try row.day("raised_on")
      waits[waits.count - 1].waits.append(
        try row.dayOrNil("answered_on").map { days.count(after: raisedOn, until: $0) })
    }
    self.waits = waits
  }

  init(_ waits: [(name: String, waits: [Int?])]) {
    self.waits = waits
  }

  /// What may be shown: counts below the threshold, and what gives them away, are withheld.
  func lines(threshold: Int) throws -> [RegisterFigures.Line] {
    let shown = try shown(threshold)
    func line(_ place: Int, _ name: String, _ waits: [Int?]) -> RegisterFigures.Line {
      let answers = waits.compactMap(\.self).sorted()
      let answered = shown[3 * place]
      return RegisterFigures.Line(
        name: name, isTotal: place == self.waits.count, raised: shown[3 * place + 2],
        answered: answered,
        medianDays: answered != nil && answers.count >= threshold
          ? answers[(answers.count - 1) / 2] : nil)
    }
    return waits.enumerated().map { line($0, $1.name, $1.waits) }
      + [line(waits.count, "All", waits.flatMap(\.waits))]
  }

  /// Of each category and of all: answered, not answered, and both, as far as they are shown.
  private func shown(_ threshold: Int) throws -> [Int?] {
    guard !waits.isEmpty else { return [0, 0, 0] }
    // Numbered, because two categories may be called alike.
    let table = try CountTable(
      axes: [
        Axis(name: "category", categories: waits.indices.map(String.init)),
        Axis(name: "answer", categories: ["answered", "open"]),
      ],
      leaves: waits.flatMap { one in
        let answered = one.waits.count { $0 != nil }
        return [answered, one.waits.count - answered]
      })
    do {
      let pattern = try SuppressionPattern(ThresholdRule(threshold).problem(for: table))
      let withheld = Set(pattern.withheld)
      return table.counts.indices.map { withheld.contains($0) ? nil : table.counts[$0] }
    } catch is TableProblem {
      // Nothing that is left would protect them: nothing is shown.
      return table.counts.map { _ in nil }
    }
  }
}
