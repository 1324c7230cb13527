package import Kernel
package import SQLStore

/// An institution in one file: what it is called, its sponsors, sites, departments, programs and
/// organizations.
///
/// Things are known by their names within their kind, whatever their case and accents. A blueprint
/// adds and changes; it never removes anything, and says nothing of people.
package struct Blueprint: Sendable {
  /// The file, as whoever gave it called it.
  let file: String
  private let parts: [any BlueprintSection]
  /// What was wrong with the file by itself.
  private let problems: [BlueprintProblems.Problem]

  /// The subjects, in the order in which they stand in a file and are built: a thing comes after
  /// those that it refers to.
  static let sections: [any BlueprintSection.Type] = [
    InstitutionSection.self, PlaceSection<SponsorPlace>.self, PlaceSection<SitePlace>.self,
    PlaceSection<DepartmentPlace>.self, ProgramSection.self, OrganizationSection.self,
  ]

  /// Reads a file's text. What is wrong with single entries is told by ``plan(in:today:)``,
  /// together with what the database knows better.
  /// - Throws: where the text is no YAML with keys.
  package init(_ text: String, file: String) throws(BlueprintProblems) {
    self.file = file
    let root: FileValue?
    do {
      root = try FileValue(yaml: text)
    } catch {
      throw BlueprintProblems(file: file, [error])
    }
    let reading = Reading()
    let known = Self.sections.map { $0.key }
    guard let root, case .keys = root.content,
      let keys = Keys(Found(value: root, path: [], reading: reading), known: known)
    else {
      let spot = root.map { Spot(line: $0.line, column: $0.column, path: []) }
      throw BlueprintProblems(
        file: file,
        [.init("This file has no keys. Begin with “institution:” and its name below.", at: spot)])
    }
    self.parts = Self.sections.map { $0.init(keys[$0.key]) }
    self.problems = reading.problems
  }

  /// What applying the file would do.
  /// - Parameter reader: nil stands for an empty database that is not made yet.
  /// - Throws: ``BlueprintProblems`` with everything that is wrong.
  package func plan(in reader: (any SQLReader)?, today: Day) throws -> BlueprintPlan {
    try planning(in: reader, today: today).plan
  }

  /// Carries a plan out, in the transaction of the writer.
  /// - Parameter shown: the plan that somebody agreed to.
  /// - Throws: ``BlueprintRefusal/databaseChanged`` where the plan is another one by now.
  package func apply(
    _ shown: BlueprintPlan, by viewer: Viewer, in world: World, to writer: any SQLWriter
  ) throws {
    let planning = try planning(in: writer, today: viewer.today)
    guard planning.plan == shown else { throw BlueprintRefusal.databaseChanged }
    let applying = Applying(planning.names, by: viewer, in: world, to: writer)
    for step in planning.steps {
      do {
        try step.act(applying)
      } catch let refusal as any Refusal {
        throw refused([refusal.sentence], step)
      } catch let problems as Problems {
        throw refused(problems.all.map(\.sentence), step)
      }
    }
  }

  private func planning(in reader: (any SQLReader)?, today: Day) throws -> Planning {
    let planning = Planning(reader, today: today)
    for part in parts { try part.plan(planning) }
    let all = problems + planning.problems
    guard all.isEmpty else { throw BlueprintProblems(file: file, all) }
    return planning
  }

  /// What a part's rules said no to, with the place that asked for it.
  private func refused(_ sentences: [String], _ step: Planning.Step) -> BlueprintProblems {
    BlueprintProblems(file: file, sentences.map { .init($0, at: step.spot) })
  }
}

/// Why a blueprint is not applied.
package enum BlueprintRefusal: Refusal, Equatable {
  /// Someone changed the database since the plan was shown.
  case databaseChanged

  package var kind: RefusalKind { .conflict }
  package var code: String { "database-changed" }
  package var sentence: String {
    "The database has changed since this plan was made. Run the command again for a new one."
  }
}
