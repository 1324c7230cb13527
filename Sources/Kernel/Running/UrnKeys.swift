/// Where the secret keys of open elections are kept: outside of the database, so that neither it
/// nor a copy of it opens a ballot.
package protocol UrnKeys: Sendable {
  /// Why no key can be kept, in a sentence that says what to do; nil where one can.
  var obstacle: String? { get }
  /// Keeps the seed of a pair of keys; it outlasts a loss of power when this returns.
  func keep(_ seed: [UInt8], of key: UrnKey) throws
  /// The seed that was kept for a key; nil where there is none.
  func seed(of key: UrnKey) throws -> [UInt8]?
  /// The elections of which keys are kept, as identifiers of rows.
  func elections() throws -> [String]
  /// Removes all keys of an election; where there is none, nothing happens.
  func destroy(of election: String) throws
}

/// Which key of which election.
///
/// An election whose opening was tried twice has two, and the database knows which one counts.
package struct UrnKey: Hashable, Sendable {
  package let election: String
  /// Hexadecimal digits.
  package let publicKey: String

  package init(election: String, publicKey: String) {
    self.election = election
    self.publicKey = publicKey
  }
}

/// No place for keys: what commands have that open no election.
package struct NoUrnKeys: UrnKeys {
  package init() {}

  package var obstacle: String? {
    """
    There is no place yet for the keys of elections. Ask whoever runs the server to set \
    elections.keys.
    """
  }

  package func keep(_ seed: [UInt8], of key: UrnKey) throws { throw Absent() }
  package func seed(of key: UrnKey) -> [UInt8]? { nil }
  package func elections() -> [String] { [] }
  package func destroy(of election: String) {}
}
