/// A roster as a record system exports it, built from what differs.
struct RosterText {
  /// The titles of the columns.
  static let titles = [
    "Personnel ID", "Last Name", "First Name", "Preferred Name", "Degrees", "Email", "Department",
    "Program", "ACGME Program ID", "Sponsor", "Primary Site", "Training Level", "Status",
    "Position Start", "Position End", "Program Director Email",
  ]

  /// The cells of the rows below the titles.
  var rows: [[String]] = []

  /// Someone in the second year of Internal Medicine, but for what is given by title.
  static func row(_ number: Int, _ changes: [String: String] = [:]) -> [String] {
    let usual = [
      "Personnel ID": "P\(number)", "Last Name": "Okafor", "First Name": "Amara",
      "Preferred Name": "", "Degrees": "MD", "Email": "t\(number)@hospital.example",
      "Department": "Medicine", "Program": "Internal Medicine", "ACGME Program ID": "1401500004",
      "Sponsor": "Health System", "Primary Site": "University Hospital",
      "Training Level": "PGY-2", "Status": "Active", "Position Start": "2025-07-01",
      "Position End": "2028-06-30", "Program Director Email": "pd@hospital.example",
    ]
    return titles.map { changes[$0] ?? usual[$0] ?? "" }
  }

  /// People 1, 2 and so on, each with their changes.
  static func people(_ changes: [String: String]...) -> String {
    RosterText(rows: changes.enumerated().map { row($0 + 1, $1) }).text
  }

  /// The roster as comma-separated values.
  var text: String {
    ([Self.titles] + rows).map { cells in
      cells.map { cell in
        cell.contains(where: { ",\"\n\r".contains($0) })
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: ",")
    }.joined(separator: "\n") + "\n"
  }
}

/// Another program for ``RosterText/row(_:_:)``.
let surgery = [
  "Department": "Surgery", "Program": "General Surgery", "ACGME Program ID": "4401500010",
  "Program Director Email": "cut@hospital.example",
]

/// A third one.
let cardiology = [
  "Department": "Medicine", "Program": "Cardiology", "ACGME Program ID": "1411500011",
  "Program Director Email": "heart@hospital.example",
]

/// One set of changes with another laid over it.
func + (left: [String: String], right: [String: String]) -> [String: String] {
  left.merging(right) { $1 }
}
