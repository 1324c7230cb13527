package import Kernel
package import SQLStore

/// Someone as an issuer of identities knows them: the door for single sign-on.
///
/// Issuer and subject together are the key. Two identities never become one because an address or a
/// name is the same (OWASP ASVS 5.0, 6.8.1).
package struct Identity: Sendable, Equatable {
  /// Who vouches, such as the address of an OpenID provider.
  package let issuer: String
  /// The issuer's unchanging name for the person.
  package let subject: String

  package init(issuer: String, subject: String) {
    self.issuer = issuer
    self.subject = subject
  }

  /// The identity of someone with a password here.
  package static func local(of person: PersonID) -> Identity {
    Identity(issuer: "local", subject: person.text)
  }

  /// The person of an identity; nil where nobody is linked or they are deactivated.
  package func find(reader: any SQLReader) throws -> PersonID? {
    try reader.first(
      """
      SELECT identity.person_id AS person_id FROM identity
      JOIN person ON person.id = identity.person_id
      WHERE identity.issuer = \(issuer) AND identity.subject = \(subject)
        AND person.deactivated_at IS NULL
      """)?.id("person_id")
  }

  /// Links the identity to a person; linking it again changes nothing.
  /// - Parameter actor: who linked it; nil for the program itself.
  /// - Throws: ``AccountRefusal/identityTaken`` where it is someone else's.
  package func link(
    to person: PersonID, by actor: PersonID?, at now: Instant, writer: any SQLWriter
  ) throws {
    let linked = try writer.first(
      "SELECT person_id FROM identity WHERE issuer = \(issuer) AND subject = \(subject)")
    if let linked {
      guard try linked.id("person_id", PersonID.self) == person else {
        throw AccountRefusal.identityTaken
      }
      return
    }
    try writer.execute(
      """
      INSERT INTO identity (issuer, subject, person_id, linked_at, linked_by)
      VALUES (\(issuer), \(subject), \(person), \(now), \(actor))
      """)
    try Audit.append(
      Audit.Act("identity.linked", of: .person(person), detail: issuer), by: actor, at: now,
      to: writer)
  }

  /// Takes the identity away from whoever has it.
  package func unlink(writer: any SQLWriter) throws {
    try writer.execute(
      "DELETE FROM identity WHERE issuer = \(issuer) AND subject = \(subject)")
  }
}
