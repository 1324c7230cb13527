import Blueprint
import Foundation
import Kernel
import RosterTestSupport
import SQLStore

/// A store on which blueprints are tried.
struct Bench: Sendable {
  let store: any Store
  private let world = TestWorld.make()

  init(_ store: any Store) { self.store = store }

  /// The plan of a blueprint.
  func plan(_ text: String) async throws -> BlueprintPlan {
    let blueprint = try Blueprint(text, file: "test.yaml")
    return try await store.read { try blueprint.plan(in: $0, today: TestWorld.today) }
  }

  /// Plans a blueprint and carries it out.
  @discardableResult
  func apply(_ text: String) async throws -> BlueprintPlan {
    let plan = try await plan(text)
    try await apply(text, as: plan)
    return plan
  }

  /// Carries a plan out.
  func apply(_ text: String, as plan: BlueprintPlan) async throws {
    let blueprint = try Blueprint(text, file: "test.yaml")
    let world = world
    try await store.write { writer in
      try blueprint.apply(plan, by: Self.operator, in: world, to: writer)
    }
  }

  /// What the store holds, as a blueprint.
  func export() async throws -> String {
    try await store.read { try Blueprint.export(from: $0, today: TestWorld.today) }
  }

  /// Everything that a blueprint says is wrong, line by line.
  func problems(of text: String) async throws -> [String] {
    do {
      _ = try await plan(text)
      return []
    } catch let problems as BlueprintProblems {
      return problems.lines
    }
  }

  /// Changes something by hand.
  func change(_ body: @escaping @Sendable (any SQLWriter) throws -> Void) async throws {
    try await store.write { try body($0) }
  }

  /// The acts of the audit trail from a point on, each with its actor and detail.
  func acts(after number: Int = 0) async throws -> [String] {
    try await store.read { reader in
      try reader.rows(
        "SELECT act, actor, detail FROM audit_entry WHERE number > \(number) ORDER BY number"
      ).map { row in
        "\(try row.text("act")) by \(try row.textOrNil("actor") ?? "nobody"): "
          + (try row.text("detail"))
      }
    }
  }

  /// How many rows the tables of a blueprint's things have, and the audit trail.
  func rows() async throws -> [Int] {
    try await store.read { reader in
      [
        try reader.number("SELECT count(*) FROM sponsor"),
        try reader.number("SELECT count(*) FROM site"),
        try reader.number("SELECT count(*) FROM department"),
        try reader.number("SELECT count(*) FROM program"),
        try reader.number("SELECT count(*) FROM program_site"),
        try reader.number("SELECT count(*) FROM setting"),
        try reader.number("SELECT count(*) FROM audit_entry"),
      ]
    }
  }

  static let `operator` = Viewer.operatorAtTerminal(now: TestWorld.now, today: TestWorld.today)
}

/// The blueprints that come with the program.
enum Shipped {
  static let names = ["demo", "duke", "minnesota", "partners", "uconn"]

  static func text(_ name: String) throws -> String {
    try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Blueprints/\(name).yaml").standardized, encoding: .utf8)
  }
}
