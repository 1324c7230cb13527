import Kernel
import SQLStore
import StoreTestSupport
import Testing

@testable import Accounts

@Suite struct LetterTests {
  @Test(arguments: Engine.available)
  func `letters call the office what the institution calls it`(engine: Engine) async throws {
    try await withWard(engine) { ward in
      let office = try await ward.viewer(ward.office)
      let (world, resident, now) = (ward.world, ward.resident, ward.clock.now)
      try await ward.write { writer in
        var settings = try Settings(reader: writer)
        settings.words[.office] = "umbrella desk"
        try settings.save(by: nil, at: now, to: writer)
        try LinkLetter.invite(
          resident, by: office, site: Ward.site, in: world, writer: writer)
      }
      try await ward.givePassword(ward.resident)
      let bodies = try await ward.mails().map { $0.body.replacing("\n", with: " ") }
      let invited = bodies.filter {
        $0.contains("Olga Olgason sent it to you from the umbrella desk at 10:00 am")
      }
      let warned = bodies.filter { $0.contains("and tell your umbrella desk.") }
      #expect(invited.count == 1)
      #expect(warned.count == 1)
      #expect(!bodies.contains { $0.contains("GME office") || $0.contains("{") })
    }
  }
}
