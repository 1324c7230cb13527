package import Kernel

/// A fact that a column of a roster can give.
package enum RosterField: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
  case personnelNumber, familyName, givenName, preferredName, fullName, degrees, address
  case department, program, accreditationNumber, sponsor, site
  case level, standing, startsOn, endsOn, directorAddress, capacity

  /// The fact in an institution's words.
  package func label(in words: Words) -> String { words(title) }

  /// The fact, with words in braces.
  var title: String {
    switch self {
    case .personnelNumber: "Personnel number"
    case .familyName: "Last name"
    case .givenName: "First name"
    case .preferredName: "Preferred name"
    case .fullName: "Full name"
    case .degrees: "Degrees"
    case .address: "Mail address"
    case .department: "{Department}"
    case .program: "{Program}"
    case .accreditationNumber: "ACGME {program} number"
    case .sponsor: "Sponsor of record"
    case .site: "Primary {site}"
    case .level: "Training level (PGY)"
    case .standing: "Status"
    case .startsOn: "Start"
    case .endsOn: "End"
    case .directorAddress: "{Program} director's address"
    case .capacity: "{Trainee}, faculty or staff"
    }
  }

  /// The place of the fact in ``allCases``, for tables by field: asked for every cell of a file.
  var ordinal: Int {
    switch self {
    case .personnelNumber: 0
    case .familyName: 1
    case .givenName: 2
    case .preferredName: 3
    case .fullName: 4
    case .degrees: 5
    case .address: 6
    case .department: 7
    case .program: 8
    case .accreditationNumber: 9
    case .sponsor: 10
    case .site: 11
    case .level: 12
    case .standing: 13
    case .startsOn: 14
    case .endsOn: 15
    case .directorAddress: 16
    case .capacity: 17
    }
  }

  /// The longest text that is kept, in characters.
  var longest: Int {
    switch self {
    case .personnelNumber, .accreditationNumber: 64
    case .degrees: 100
    case .address, .directorAddress: 254
    default: 200
    }
  }
}
