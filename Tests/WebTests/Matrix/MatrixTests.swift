import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing
import Web

/// Opens every route as every role and compares with the table that stands beside this file.
///
/// When a change of rights is meant, the test writes the new table to the path that it names; read
/// it, and put it in the place of the old one.
@Suite struct MatrixTests {
  @Test(arguments: Engine.available)
  func `every route answers every role as the table says`(engine: Engine) async throws {
    let found = try await withSite(engine) { site in try await Matrix(site).table() }
    let kept = try String(contentsOf: Self.file, encoding: .utf8)
    if found != kept {
      let proposal = FileManager.default.temporaryDirectory.appendingPathComponent("matrix.txt")
      try found.write(to: proposal, atomically: true, encoding: .utf8)
      Issue.record("The rights have changed; the new table is in \(proposal.path).")
    }
  }

  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("matrix.txt")
}

/// The table: a line for each route, a column for each role.
struct Matrix {
  let site: TestSite

  init(_ site: TestSite) {
    self.site = site
  }

  func table() async throws -> String {
    let viewers = site.stage.cast.viewers
    var lines = [
      "# Who may open what: the status of each route for each role.",
      "# 200 a page, 303 done or off to sign in, 404 does not exist for them, 422 asks again.",
      "# In an address, {argument} is someone or something of Internal Medicine.",
      Self.line("route", viewers.map(\.role)),
    ]
    let council = try await MatrixCouncil.found(on: site.stage)
    let elections = try await MatrixElection.found(on: site.stage)
    let concerns = try await MatrixConcern.raise(on: site.stage)
    let mentoring = try await MatrixMentoring.begin(on: site.stage)
    for route in Parts.routes().all {
      let ofElections = elections.argument(of: route.pattern)
      let ofConcerns = concerns.argument(of: route.pattern)
      let ofMentoring = mentoring.argument(of: route.pattern)
      let argument =
        ofElections ?? ofConcerns ?? ofMentoring ?? argument(of: route.pattern, council)
      let path = route.pattern.replacing("{argument}", with: argument)
      var cells: [String] = []
      for viewer in viewers {
        try await restore()
        try await council.restore(on: site.stage)
        // What is only looked at stays as it is.
        if ofElections != nil, route.method == .post {
          try await elections.restore(on: site.stage)
        }
        if ofConcerns != nil { try await concerns.restore(on: site.stage) }
        if ofMentoring != nil { try await mentoring.restore(on: site.stage) }
        cells.append(try await status(of: route.method, path, as: viewer.person))
      }
      if ofElections != nil, route.method == .post { try await elections.restore(on: site.stage) }
      lines.append(Self.line("\(route.method.rawValue) \(route.pattern)", cells))
    }
    lines.append("# Pages of an election that is in another state.")
    for (pattern, path) in elections.further {
      var cells: [String] = []
      for viewer in viewers {
        cells.append(try await status(of: .get, path, as: viewer.person))
      }
      lines.append(Self.line("GET \(pattern)", cells))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func status(
    of method: Route.Method, _ path: String, as person: PersonID?
  ) async throws -> String {
    let answer =
      method == .get
      ? try await site.get(path, as: person) : try await site.post(path, as: person)
    #expect(Words.ours(answer.text) == answer.text, "\(method) \(path) leaves a word unfilled")
    return String(answer.status)
  }

  /// Takes back what the request before may have done to the roles.
  private func restore() async throws {
    try await site.stage.store.write { writer in
      try writer.execute("UPDATE role_grant SET revoked_at = NULL WHERE revoked_at IS NOT NULL")
    }
  }

  /// Someone or something that is there, so that a right and not its absence decides.
  private func argument(of pattern: String, _ council: MatrixCouncil) -> String {
    if let argument = council.argument(of: pattern) { return argument }
    let cast = site.stage.cast
    // Whoever is deactivated can do nothing in the rows below: it is someone who has left.
    if pattern.hasSuffix("activate") { return cast.former.text }
    if pattern.hasPrefix("/people") { return cast.trainee.text }
    if pattern.hasPrefix("/programs") { return cast.internalMedicine.text }
    if pattern.hasPrefix("/departments") { return cast.medicine.text }
    if pattern.hasPrefix("/sites") { return cast.university.text }
    if pattern.hasPrefix("/sponsors") { return cast.health.text }
    if pattern.hasPrefix("/appointments") { return cast.training.text }
    if pattern.hasPrefix("/roles") { return cast.directing.text }
    if pattern.hasPrefix("/rollover") { return "2026" }
    return "00000000-0000-7000-8000-000000000000"
  }

  private static func line(_ head: String, _ cells: [String]) -> String {
    let columns = cells.map { $0.padding(toLength: 14, withPad: " ", startingAt: 0) }
    let text =
      head.padding(toLength: 46, withPad: " ", startingAt: 0) + columns.joined(separator: " ")
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}
