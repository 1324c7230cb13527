import Credentials
import Elections
import ElectionsTestSupport
import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

/// Where the secret keys are, and what becomes of them.
@Suite struct UrnKeyTests {
  private let key = UrnKey(
    election: "0190-a", publicKey: String(repeating: "ab", count: 32))
  private let seed = [UInt8](1...32)

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `a key is kept in a file for its owner alone, and found by another program`()
    async throws
  {
    try await withFolder { folder in
      let path = folder + "/urns"
      try FolderUrnKeys(path: path).keep(seed, of: key)
      #expect(try FolderUrnKeys(path: path).seed(of: key) == seed)
      let files = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(files.count == 1)
      #expect(try mode(path) == 0o700)
      #expect(try mode("\(path)/\(files.first ?? "")") == 0o600)
    }
  }

  @Test func `destroying takes all keys of one election and leaves those of others`()
    async throws
  {
    try await withFolder { folder in
      let keys = FolderUrnKeys(path: folder)
      let second = UrnKey(
        election: key.election, publicKey: String(repeating: "cd", count: 32))
      let other = UrnKey(election: "0190-ab", publicKey: key.publicKey)
      for one in [key, second, other] { try keys.keep(seed, of: one) }
      #expect(try keys.elections() == ["0190-a", "0190-ab"])
      try keys.destroy(of: key.election)
      #expect(try [key, second, other].map { try keys.seed(of: $0) } == [nil, nil, seed])
      try keys.destroy(of: key.election)
    }
  }

  @Test func `a key is never written over another`() async throws {
    try await withFolder { folder in
      let keys = FolderUrnKeys(path: folder)
      try keys.keep(seed, of: key)
      #expect(throws: FolderUrnKeys.Fault.self) { try keys.keep([0], of: key) }
      #expect(try keys.seed(of: key) == seed)
    }
  }

  @Test func `without a place for keys no election opens, and the sentence says what to do`() {
    let world = TestWorld.make()
    #expect(throws: BallotRefusal.noPlaceForKeys(NoUrnKeys().obstacle ?? "")) {
      try Urn.prepare(for: ID(stored: "e"), in: world)
    }
  }

  /// Keys that cannot be removed at first, as when a program dies after it closed an election.
  private final class StickyKeys: UrnKeys {
    let kept: MemoryUrnKeys
    struct Died: Error {}

    init(_ kept: MemoryUrnKeys) { self.kept = kept }

    var obstacle: String? { nil }
    func keep(_ seed: [UInt8], of key: UrnKey) { kept.keep(seed, of: key) }
    func seed(of key: UrnKey) -> [UInt8]? { kept.seed(of: key) }
    func elections() -> [String] { kept.elections() }
    func destroy(of election: String) throws { throw Died() }
  }

  @Test(arguments: Engine.available)
  func `a key that outlived the closing is removed by the next job`(_ engine: Engine) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([1], by: poll.voters[0])
      var dying = poll.world
      dying.urnKeys = StickyKeys(poll.keys)
      await #expect(throws: StickyKeys.Died.self) {
        try await Election.close(
          poll.election, by: poll.viewer(poll.officer, at: Poll.after), in: dying, poll.store)
      }
      #expect(try await poll.found().state == .closed)
      #expect(poll.keys.elections() == [poll.election.text])
      #expect(try await Election.closeDue(in: poll.world, poll.store).closed == 0)
      #expect(poll.keys.elections() == [])
      #expect(try await poll.count("SELECT count(*) FROM ballot") == 1)
    }
  }

  @Test(arguments: Engine.available)
  func `the job leaves the key of an election that is open`(_ engine: Engine) async throws {
    try await withPoll(engine) { poll in
      let closed = try await Election.closeDue(in: poll.world, poll.store).closed
      let found = try await poll.found()
      #expect(closed == 0 && found.state == .voting)
      #expect(poll.keys.elections() == [poll.election.text])
    }
  }

  @Test(arguments: Engine.available)
  func `without its key an election is not closed, and nothing is lost`(
    _ engine: Engine
  ) async throws {
    try await withPoll(engine) { poll in
      try await poll.cast([2], by: poll.voters[0])
      var elsewhere = poll.world
      elsewhere.urnKeys = MemoryUrnKeys()
      let refused = try await ballotRefusal {
        try await Election.close(
          poll.election, by: poll.viewer(poll.officer, at: Poll.after), in: elsewhere, poll.store)
      }
      elsewhere.now = { Poll.after }
      let due = try await Election.closeDue(in: elsewhere, poll.store)
      #expect(refused == .keyMissing && due == (0, 1))
      #expect(try await poll.count("SELECT count(*) FROM sealed_ballot") == 1)
      try await poll.close()
      #expect(try await poll.texts("SELECT ranking FROM ballot") == ["2"])
    }
  }
}
