import Foundation
import HTTPTypes
import Kernel
import RosterTestSupport
import SQLStore
import Testing

/// An association on the site, made through its own pages, with people around it who would like to
/// know who is a member.
struct Association: Sendable {
  let site: TestSite
  let id: String
  /// Another association, which the surgeon runs.
  let other: String

  var cast: Cast { site.stage.cast }

  func path(_ rest: String = "") -> String { "/organizations/\(id)\(rest)" }

  /// Whoever might look: by role, and by what they have to do with it.
  var onlookers: [(who: String, person: PersonID)] {
    [
      ("administrator", cast.administrator), ("office", cast.office), ("dio", cast.dio),
      ("its officer", cast.director), ("a member", cast.coordinator),
      ("officer of another", cast.surgeon), ("former member", cast.other),
      ("guest", cast.adviser), ("faculty", cast.faculty),
    ]
  }

  /// Founds both, and lets the cast take their parts.
  static func found(on site: TestSite) async throws -> Association {
    let cast = site.stage.cast
    let association = Association(
      site: site, id: try await found("Women in Surgery", on: site),
      other: try await found("Chess Club", on: site))
    try await association.appoint(cast.director, in: association.id)
    try await association.appoint(cast.surgeon, in: association.other)
    _ = try await site.post(
      association.path("/guests/add"), as: cast.office,
      ["person": "Alex Alexson", "why": "Advises it"])
    for person in [cast.coordinator, cast.other] {
      #expect(try await site.post(association.path("/join"), as: person).status == 303)
    }
    #expect(try await site.post(association.path("/leave"), as: cast.other).status == 303)
    return association
  }

  private static func found(_ name: String, on site: TestSite) async throws -> String {
    let answer = try await site.post(
      "/organizations/found", as: site.stage.cast.office,
      [
        "name": name, "kind": "association", "purpose": "A purpose.", "listing": "everyone",
        "joining": "open", "as_trainee": "yes", "as_faculty": "yes", "as_staff": "yes",
        "forget_days": "30",
      ])
    return try #require(answer.location?.split(separator: "/").last.map(String.init))
  }

  private func appoint(_ person: PersonID, in organization: String) async throws {
    _ = try await site.post(
      "/organizations/\(organization)/officers/ask", as: cast.office,
      ["person": person.text, "title": "Chair"])
    let page = try await site.get("/your-organizations", as: person)
    let accept = try #require(page.text.firstMatch(of: /\/officers\/[0-9a-f-]{36}\/accept/))
    #expect(try await site.post(String(accept.output), as: person).status == 303)
  }
}
