import Crypto
import Foundation
package import SQLStore

/// The audit trail: append-only, each entry bound to the one before it by a hash.
///
/// It speaks of acts, never of confidential content.
package enum Audit {
  /// What an act was done to.
  package struct Subject: Sendable, Equatable {
    package let kind: String
    package let id: String

    package init(kind: String, id: String) {
      self.kind = kind
      self.id = id
    }

    /// The institution as a whole.
    package static let institution = Subject(kind: "institution", id: "-")

    /// A person.
    package static func person(_ id: PersonID) -> Subject {
      Subject(kind: "person", id: id.text)
    }
  }

  /// Something that was done, such as `role.granted`.
  package struct Act: Sendable, Equatable {
    package let name: String
    package let subject: Subject
    /// A few words for the reader of the trail; never confidential content.
    ///
    /// Words of the institution stand in braces and are stored so: an entry never changes, and its
    /// page puts in the words that hold when it is read.
    package let detail: String

    package init(_ name: String, of subject: Subject, detail: String = "") {
      self.name = name
      self.subject = subject
      self.detail = detail
    }
  }

  /// Adds an entry in the transaction of the act itself.
  package static func append(
    _ act: Act, by actor: PersonID?, at now: Instant, to writer: any SQLWriter
  ) throws {
    let last = try writer.first(
      "SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1")
    let number = (try last?.integer("number") ?? 0) + 1
    let previous = try last?.text("hash") ?? genesis
    let entry = Entry(
      number: number, at: now.text, actor: actor?.text, act: act.name,
      subjectKind: act.subject.kind, subject: act.subject.id, detail: act.detail, hash: "")
    let hash = entry.hash(after: previous)
    try writer.execute(
      """
      INSERT INTO audit_entry (number, at, actor, act, subject_kind, subject, detail, hash)
      VALUES (\(number), \(now), \(actor?.text), \(act.name), \(act.subject.kind),
        \(act.subject.id), \(act.detail), \(hash))
      """)
  }

  /// What the first entry is bound to.
  static let genesis = String(repeating: "0", count: 64)
}
