import Testing

@Suite struct NameTests {
  @Test func `a name says what a thing is`() { expectTidy(NameRules.names) }

  @Test(arguments: [
    "struct RosterManager {}", "final class HTTPService: Sendable {}", "enum FormHelpers {}",
    "protocol Handler {}", "typealias UserInfo = Int", "actor BaseStore {}",
  ])
  func `a type name that names nothing is found`(_ declaration: String) {
    #expect(NameRules.names.lines(in: "Sources/A/B.swift", "\n" + declaration) == [2])
  }

  @Test func `a file name that names nothing is found`() {
    #expect(NameRules.names.lines(in: "Sources/A/Roster+Utils.swift", "") == [1])
  }

  @Test(arguments: [
    "struct Server: Service {}", "struct Database {}", "struct Information {}",
    "// struct Manager", "let a = \"struct Manager\"", "struct Commonwealth {}", "enum Base32 {}",
  ])
  func `a conformance, or a longer word, is not found`(_ text: String) {
    #expect(NameRules.names.lines(in: "Sources/A/B.swift", text).isEmpty)
  }
}
