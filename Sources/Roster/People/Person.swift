package import Kernel
package import SQLStore

/// Someone of the institution: a trainee, a member of the faculty or of the staff.
package struct Person: Sendable, Equatable {
  package let id: PersonID
  /// The record system's number; nil for people whom it does not know.
  package var personnelNumber: String?
  package var name: PersonName
  /// Degrees behind the name, as in `MD, PhD`.
  package var degrees: String?
  /// The mail address at work.
  package var address: String?
  package var capacity: Capacity

  package init(
    id: PersonID, name: PersonName, capacity: Capacity, personnelNumber: String? = nil,
    degrees: String? = nil, address: String? = nil
  ) {
    self.id = id
    self.personnelNumber = personnelNumber
    self.name = name
    self.degrees = degrees
    self.address = address
    self.capacity = capacity
  }

  /// Whether two addresses are one: mail systems do not tell cases apart.
  package static func addressKey(_ address: String) -> String {
    var address = address
    let isLowercase = address.withUTF8 { bytes in
      bytes.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
    return isLowercase ? address : address.lowercased()
  }
}

/// As what someone is here.
package enum Capacity: String, Sendable, CaseIterable {
  case trainee, faculty, staff

  /// What someone is here, in an institution's words.
  package func label(in words: Words) -> String {
    switch self {
    case .trainee: words("{Trainee}")
    case .faculty: "Faculty"
    case .staff: "Staff"
    }
  }
}

extension Person: SQLDecodable {
  static let columns: SQLQuery =
    """
    id, personnel_number, family_name, given_name, preferred_name, degrees, address, capacity
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"),
      name: PersonName(
        given: try row.text("given_name"), family: try row.text("family_name"),
        preferred: try row.textOrNil("preferred_name")),
      capacity: try row.word("capacity"),
      personnelNumber: try row.textOrNil("personnel_number"),
      degrees: try row.textOrNil("degrees"), address: try row.textOrNil("address"))
  }
}
