package import SQLStore

/// The identifier of an entity: text that the application makes, never the database.
///
/// Identifiers are UUIDs of version 7 (RFC 9562): new ones sort after old ones. What is detached
/// from a person takes ``World/detachedID(_:)`` instead, which says nothing about its time.
package struct ID<Entity>: Hashable, Sendable, Comparable {
  /// The identifier as it is stored and shown in addresses.
  package let text: String

  /// Takes an identifier as it was stored.
  package init(stored text: String) {
    self.text = text
  }

  /// Reads an identifier that a request carried.
  /// - Returns: nil unless it has the shape of a UUID.
  package init?(given text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
      default:
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): break
        default: return nil
        }
      }
    }
    self.text = text
  }

  package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
}

extension ID: SQLBindable {
  package var sqlValue: SQLValue { .text(text) }
}

extension Instant: SQLBindable {
  package var sqlValue: SQLValue { .text(text) }
}

extension Day: SQLBindable {
  package var sqlValue: SQLValue { .text(text) }
}

/// What identifiers point at; the parts declare the types that hold their facts.
package enum Entity {
  package enum Person {}
  package enum Department {}
  package enum Program {}
  package enum Site {}
}

/// The identifier of a person.
package typealias PersonID = ID<Entity.Person>
/// The identifier of a department.
package typealias DepartmentID = ID<Entity.Department>
/// The identifier of a program.
package typealias ProgramID = ID<Entity.Program>
/// The identifier of a site.
package typealias SiteID = ID<Entity.Site>
