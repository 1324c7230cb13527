/// A mistake that people make in rosters, and why the row is refused for it.
enum Flaw: CaseIterable {
  case noNumber, sameNumber, badStart, endBeforeStart, badLevel, noProgram, badAddress
  case sameAddress, tooFew, tooMany, secondSponsor

  /// The title of the column that is at fault.
  var column: String {
    switch self {
    case .noNumber, .sameNumber: "Personnel ID"
    case .badStart: "Position Start"
    case .endBeforeStart: "Position End"
    case .badLevel: "Training Level"
    case .noProgram: "Program"
    case .badAddress, .sameAddress: "Email"
    case .tooFew, .tooMany: "(row)"
    case .secondSponsor: "Sponsor"
    }
  }

  /// Why the row is refused, in the words of the import.
  var reason: String {
    switch self {
    case .noNumber, .noProgram: "missing"
    case .sameNumber: "same as another row"
    case .badStart: "not a date"
    case .endBeforeStart: "before the start"
    case .badLevel: "not a level"
    case .badAddress: "not an address"
    case .sameAddress: "same address as another person"
    case .tooFew: "too few columns"
    case .tooMany: "too many columns"
    case .secondSponsor: "a second sponsor of record for this program"
    }
  }

  /// A row with the mistake in it.
  /// - Parameter earlier: a row above it, without mistakes.
  func spoiling(
    _ row: RosterExport.Row, earlier: RosterExport.Row, of hospital: FictionalHospital
  ) -> RosterExport.Row {
    var row = row
    switch self {
    case .noNumber:
      row[.number] = ""
      row[.address] = "front.desk@hospital.example"
    case .sameNumber:
      row[.number] = earlier[.number]
      row[.address] = "night.desk@hospital.example"
    case .badStart: row[.startsOn] = "July 2O25"
    case .endBeforeStart: row[.endsOn] = "2011-06-30"
    case .badLevel: row[.level] = "senior"
    case .noProgram:
      row[.program] = ""
      row[.accreditationNumber] = ""
    case .badAddress: row[.address] = row[.address].split(separator: "@").joined(separator: " at ")
    case .sameAddress: row[.address] = earlier[.address].uppercased()
    case .tooFew: row.cells.removeLast(4)
    case .tooMany: row.cells += ["see e-mail", "ok"]
    case .secondSponsor:
      row[.sponsor] = hospital.sponsors.map(\.name).first { $0 != row[.sponsor] } ?? ""
    }
    return row
  }
}
