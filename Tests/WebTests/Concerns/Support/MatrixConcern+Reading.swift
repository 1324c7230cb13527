import Concerns
import Kernel
import RosterTestSupport
import SQLStore
import Testing

extension MatrixConcern {
  /// The responder's browser, with a new key that is unlocked.
  func unlocked(on site: TestSite) async throws -> LoudBrowser {
    try await reading(site.stage.cast.adviser, on: site)
  }

  /// The browser of someone who reads for the group, with a new key that is unlocked.
  func reading(_ person: PersonID, on site: TestSite) async throws -> LoudBrowser {
    let browser = try await LoudBrowser.signedIn(on: site, as: person)
    let words = Self.passphrase
    let made = try await browser.post(
      "/concerns/key", [Passphrase.Field.passphrase: words, Passphrase.Field.again: words],
      isSigned: true)
    #expect(made.status == 303)
    return browser
  }

  /// Unlocks the key of such a browser, which a night has locked.
  func unlock(_ browser: LoudBrowser) async throws {
    let opened = try await browser.post(
      "/concerns/unlock", [Passphrase.Field.passphrase: Self.passphrase], isSigned: true)
    #expect(opened.status == 303)
  }

  private static let passphrase = "seven geese cross the quiet river"

  /// Names one more who reads for the group.
  func name(_ person: PersonID, on site: TestSite) async throws {
    let (stage, group) = (site.stage, group)
    try await stage.act(as: stage.cast.office) { office, writer in
      try Responder.name(
        .init(person: person, title: "Reader"), in: group, by: office, at: stage.world,
        writer: writer)
    }
  }

  /// The only concern beside the one of the matrix.
  func latest(on site: TestSite) async throws -> ID<Concern> {
    let first = concern
    return try await site.stage.store.read { reader in
      let row = try reader.first("SELECT id FROM concern WHERE id <> \(first)")
      return try #require(row).id("id")
    }
  }
}
