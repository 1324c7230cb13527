package import Kernel

/// What was written, with its author: it stands sealed and nowhere else.
package struct ConcernContent: Sendable, Equatable, Codable {
  package let text: String
  /// Who wrote it; nil of a writer who is anonymous.
  package let author: Author?
  /// Of the first one, what it is about.
  let opening: Opening?
  /// Of a note, the text of the key of what it has to do with in a meeting.
  package var link: String?

  /// A person as they were called then.
  package struct Author: Sendable, Equatable, Codable {
    let id: String
    package let name: String

    init(_ person: PersonID, _ name: String) {
      self.id = person.text
      self.name = name
    }

    /// The person.
    package var person: PersonID { PersonID(stored: id) }
  }

  /// What a concern is about beyond its text.
  struct Opening: Sendable, Equatable, Codable {
    let program: String?
    let isAboutLeaders: Bool
    let isAboutOffice: Bool
    let names: String
    let isOnBehalf: Bool
  }
}
