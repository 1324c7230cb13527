import Kernel
import Spreadsheet

/// Turns the cells of a row into a ``RosterRow``, or into all that is wrong with them.
struct RowParser {
  /// What came of a row.
  struct Answer {
    var line: Int
    /// The cells as they stand in the file.
    var cells: [String]
    /// The row; nil where there are problems.
    var row: RosterRow?
    /// The personnel number, also of a row that is refused.
    var personnelNumber: String?
    /// The mail address, also of a row that is refused.
    var address: String?
    /// Where someone trains by a row that is refused.
    var refusedPlace: RosterRow.PlaceText?
    var problems: [RowProblem]
  }

  private let titles: [String]
  /// The column of each field by its ordinal, or -1.
  private let columns: [Int]
  private let mending: MendingColumns
  private let isStrict: Bool

  private var line = 0
  private var cells: [String] = []
  private var problems: [RowProblem] = []

  private var days = Memo<Day?>()
  private var levels = Memo<Int?>()
  private var standings = Memo<Standing?>()
  private var capacities = Memo<Capacity?>()

  /// Reads rows of a layout.
  /// - Parameters:
  ///   - isStrict: whether a row with fewer or more cells than the header is refused, as it is in
  ///     text, where a missing separator shifts what follows.
  ///   - words: the institution's, for facts that have no column in the file.
  init(_ layout: RosterLayout, isStrict: Bool, words: Words) {
    let mapped = layout.mapping.columns
    titles = RosterField.allCases.map { field in
      guard let column = mapped[field], layout.titles.indices.contains(column),
        !layout.titles[column].isEmpty
      else { return field.label(in: words) }
      return layout.titles[column]
    }
    columns = RosterField.allCases.map { mapped[$0] ?? -1 }
    mending = layout.mending
    self.isStrict = isStrict
  }

  /// The title by which messages name a field's column.
  func title(_ field: RosterField) -> String { titles[field.ordinal] }

  /// The problems of a row in the order of the file's columns.
  func inOrder(_ problems: [RowProblem]) -> [RowProblem] {
    func column(_ problem: RowProblem) -> Int {
      titles.firstIndex(of: problem.column).map { columns[$0] } ?? -1
    }
    return problems.sorted { column($0) < column($1) }
  }

  /// Whether the file has a column for a field.
  func has(_ field: RosterField) -> Bool { columns[field.ordinal] >= 0 }

  mutating func parse(_ sheetRow: SheetRow) -> Answer {
    (line, cells) = (sheetRow.line, sheetRow.cells)
    problems.removeAll(keepingCapacity: true)
    if let reason = misshape() {
      let problem = RowProblem(line: line, column: "(row)", reason: reason)
      let number = text(.personnelNumber).map(RosterCell.bare)
      return Answer(
        line: line, cells: cells, personnelNumber: number, problems: [problem])
    }
    let number = required(.personnelNumber).map(RosterCell.bare)
    let name = self.name()
    let preferred = text(.preferredName)
    let degrees = text(.degrees)
    let address = self.address()
    let known = problems.count
    let capacity = self.capacity()
    let isTrainee = capacity == .trainee || capacity == nil && problems.count == known
    let place = isTrainee ? self.place() : nil
    let training = place.flatMap { self.training(at: $0) }
    guard problems.isEmpty, let number, let name, !isTrainee || training != nil else {
      return Answer(
        line: line, cells: cells, personnelNumber: number, address: address, refusedPlace: place,
        problems: problems)
    }
    let row = RosterRow(
      line: line, personnelNumber: number, family: name.family, given: name.given,
      preferred: preferred, degrees: degrees ?? name.degrees, address: address,
      capacity: capacity, training: training)
    return Answer(
      line: line, cells: cells, row: row, personnelNumber: number, address: address, problems: [])
  }

  private func misshape() -> String? {
    guard isStrict, cells.count != mending.own else { return nil }
    if cells.count < mending.own { return "too few columns" }
    return mending.hasStrays(cells) ? "too many columns" : nil
  }
}

extension RowParser {
  private mutating func add(_ field: RosterField, _ reason: String) {
    problems.append(RowProblem(line: line, column: title(field), reason: reason))
  }

  /// The cell of a field, cleaned; nil where it is blank, has no column or is refused.
  private mutating func text(_ field: RosterField) -> String? {
    let column = columns[field.ordinal]
    guard column >= 0, column < cells.count else { return nil }
    let text = RosterCell.clean(cells[column])
    guard !text.isEmpty else { return nil }
    if text.utf8.count > field.longest, text.unicodeScalars.count > field.longest {
      add(field, "longer than \(field.longest) characters")
      return nil
    }
    if text.utf8.first == UInt8(ascii: "#"), Self.formulaErrors.contains(text) {
      add(field, "an error of a formula")
      return nil
    }
    return text
  }

  private mutating func required(_ field: RosterField) -> String? {
    let known = problems.count
    if let text = text(field) { return text }
    if problems.count == known { add(field, "missing") }
    return nil
  }

  /// What a cell means, or a problem where it means nothing.
  private mutating func read<Value>(
    _ text: String?, of field: RosterField, orSay reason: String,
    _ read: (inout RowParser, String) -> Value?
  ) -> Value? {
    guard let text else { return nil }
    if let value = read(&self, text) { return value }
    add(field, reason)
    return nil
  }

  private static let formulaErrors: Set = [
    "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NULL!", "#DIV/0!", "#NUM!", "#SPILL!", "#CALC!",
  ]
}

extension RowParser {
  private mutating func name() -> (family: String, given: String?, degrees: String?)? {
    guard has(.familyName) else {
      return required(.fullName).map { FullName.parts($0, hasDegrees: has(.degrees)) }
    }
    let given = has(.givenName) ? text(.givenName) ?? "" : nil
    let known = problems.count
    if let family = text(.familyName) { return (family, given, nil) }
    guard problems.count == known else { return nil }
    // A name of one word may stand in either column.
    if let given, !given.isEmpty { return (given, "", nil) }
    add(.familyName, "missing")
    return nil
  }

  private mutating func address() -> String? {
    let text = text(.address).map(RosterCell.bare)
    return read(text, of: .address, orSay: "not an address") { MailAddress.address(cell: $1) }
  }

  private mutating func capacity() -> Capacity? {
    let text = text(.capacity)
    return read(text, of: .capacity, orSay: Capacity.advice) { parser, cell in
      parser.capacities.answer(cell, Capacity.init(cell:))
    }
  }

  private mutating func place() -> RosterRow.PlaceText {
    let known = problems.count
    let place = RosterRow.PlaceText(
      program: text(.program), accreditationNumber: text(.accreditationNumber).map(RosterCell.bare),
      department: text(.department), sponsor: text(.sponsor), site: text(.site),
      directorAddress: text(.directorAddress))
    if place.program == nil, place.accreditationNumber == nil, problems.count == known {
      add(has(.accreditationNumber) && !has(.program) ? .accreditationNumber : .program, "missing")
    }
    return place
  }

  private mutating func training(at place: RosterRow.PlaceText) -> RosterRow.Training? {
    let level = self.level()
    let cell = text(.standing)
    let standing = read(cell, of: .standing, orSay: Standing.advice) { parser, cell in
      parser.standings.answer(cell, Standing.init(cell:))
    }
    let startsOn = day(.startsOn)
    let endsOn = day(.endsOn)
    if let startsOn, let endsOn {
      if endsOn < startsOn { add(.endsOn, "before the start") }
      // Fifteen years with their leap days.
      if endsOn.number - startsOn.number > 15 * 365 + 4 {
        add(.endsOn, "more than 15 years after the start")
      }
    }
    guard let level, let startsOn, let endsOn else { return nil }
    return RosterRow.Training(
      place: place, level: level, standing: standing, startsOn: startsOn, endsOn: endsOn)
  }

  private mutating func level() -> Int? {
    let cell = required(.level)
    let level = read(cell, of: .level, orSay: "not a level") { parser, cell in
      parser.levels.answer(cell, TrainingLevel.number(cell:))
    }
    guard let level, !TrainingLevel.known.contains(level) else { return level }
    add(.level, "not between 1 and 15")
    return nil
  }

  private mutating func day(_ field: RosterField) -> Day? {
    let cell = required(field)
    return read(cell, of: field, orSay: "not a date") { parser, cell in
      parser.days.answer(cell, Day.init(cell:))
    }
  }
}
