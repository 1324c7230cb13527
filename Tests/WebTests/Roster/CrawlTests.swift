import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Follows every link from the start page, as each of the cast.
@Suite struct CrawlTests {
  @Test func `no link is dead, and every page is small and has one heading`() async throws {
    try await withSite(.sqlite) { site in
      for (role, person) in site.stage.cast.viewers {
        var open = [person == nil ? "/sign-in" : "/"]
        var seen: Set<String> = ["/"]
        while let path = open.popLast() {
          let page = try await site.get(path, as: person)
          #expect([200, 303].contains(page.status), "\(role): \(path)")
          guard page.status == 200, page.text.hasPrefix("<!DOCTYPE html>") else { continue }
          #expect(page.text.utf8.count < 60_000, "\(role): \(path)")
          #expect(page.text.split(separator: "<h1").count == 2, "\(role): \(path)")
          for next in page.paths where !next.hasPrefix("/assets/") && seen.insert(next).inserted {
            // The same page in another order or narrowed down is one page.
            if next.split(separator: "?").count < 2 || !seen.contains(base(of: next)) {
              seen.insert(base(of: next))
              open.append(next)
            }
          }
        }
        #expect(seen.count > (person == nil ? 2 : 30), "\(role)")
      }
    }
  }

  private func base(of path: String) -> String {
    String(path.split(separator: "?")[0]) + "?"
  }
}
