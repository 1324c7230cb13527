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

  /// What may be shown: counts below the threshold, and what gives them away, are withheld.
  ///
  /// Of a category both numbers are shown or neither: there are never more answers than concerns,
  /// and from the one that stays something could be said about the other.
  func lines(threshold: Int) throws -> [RegisterFigures.Line] {
    guard !waits.isEmpty else { return [total(isShown: true, threshold)] }
    let answered = waits.map { $0.waits.count { $0 != nil } }
    let withheld = try Self.withheld(waits.map(\.waits.count), threshold)
      .union(Self.withheld(answered, threshold))
    return waits.enumerated().map { place, one in
      line(one.name, one.waits, isShown: !withheld.contains(place), threshold)
    } + [total(isShown: !withheld.contains(waits.count), threshold)]
  }

  private func total(isShown: Bool, _ threshold: Int) -> RegisterFigures.Line {
    let all = line("All", waits.flatMap(\.waits), isShown: isShown, threshold)
    return RegisterFigures.Line(
      name: all.name, isTotal: true, raised: all.raised, answered: all.answered,
      medianDays: all.medianDays)
  }

  private func line(
    _ name: String, _ waits: [Int?], isShown: Bool, _ threshold: Int
  ) -> RegisterFigures.Line {
    let answers = waits.compactMap(\.self).sorted()
    return RegisterFigures.Line(
      name: name, isTotal: false, raised: isShown ? waits.count : nil,
      answered: isShown ? answers.count : nil,
      medianDays: isShown && answers.count >= threshold ? answers[(answers.count - 1) / 2] : nil)
  }

  /// The places that must not be shown, of counts whose total stands behind them.
  private static func withheld(_ counts: [Int], _ threshold: Int) throws -> Set<Int> {
    // Numbered, because two categories may be called alike.
    let axis = try Axis(name: "category", categories: counts.indices.map(String.init))
    let table = try CountTable(axes: [axis], leaves: counts)
    do {
      return Set(try SuppressionPattern(ThresholdRule(threshold).problem(for: table)).withheld)
    } catch is TableProblem {
      // Nothing that is left would protect them: nothing is shown.
      return Set(table.counts.indices)
    }
  }
}
