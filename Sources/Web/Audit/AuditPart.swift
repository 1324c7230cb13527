import HTML
import Kernel
import Roster
import SQLStore

/// The address of the audit trail.
enum AuditPath {
  static let trail = SitePath<NoArgument>("audit")
}

/// The audit trail, for those who answer for the institution.
struct AuditPart: Part {
  var places: [Place] {
    [Place(.audit, "Audit trail", AuditPath.trail.location(), in: .office, for: .auditReader)]
  }

  /// The chain is checked once a day; the result is the job's outcome.
  var jobs: [JobKind] {
    [
      JobKind(
        "audit.verify", "Check the audit trail", attempts: 1,
        nextDue: JobKind.every(seconds: 86_400)
      ) { _, around in
        switch try await around.store.read({ try Audit.verify($0) }) {
        case .sound(let entries, let lastHash):
          return "All \(Figures.grouped(entries)) entries are as they were written. The last is "
            + "\(lastHash.prefix(16))."
        case .broken(let number):
          throw AuditBroken(number: number)
        }
      }
    ]
  }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(AuditPath.trail, .auditReader) { visit, _, reader in
      let query = Audit.Query(
        act: visit.query.given("act") ?? "", actor: PersonID(given: visit.query["actor"]),
        before: Int(visit.query["before"]))
      let entries = try Audit.entries(query, viewer: visit.viewer, reader: reader)
      let names = try Directory.names(
        of: entries.flatMap { [$0.actor, $0.subjectKind == "person" ? $0.subject : nil] }
          .compactMap { $0 }.map { PersonID(stored: $0) }, reader: reader)
      return .page(AuditPage(visit: visit, query: query, entries: entries, names: names).page)
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  /// What the person did, and what was done about them; of others no name and no detail.
  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let person = try visit.person
    func table(
      _ name: String, _ title: String, _ entries: [Audit.Entry]
    ) -> OwnTable {
      OwnTable(
        name: name, title: title,
        seenBy: visit.words(
          "you, and in the audit trail the {office}, the administrators and the institutional "
            + "official"),
        columns: ["What", "When"],
        rows: entries.map { [visit.words(ActWords.of($0.act)), $0.at] })
    }
    let own = try Audit.entries(
      Audit.Query(actor: person), limit: Self.mostOwn, viewer: visit.viewer, reader: reader)
    let about = try Audit.entries(
      Audit.Query(subject: .person(person)), limit: Self.mostOwn, viewer: visit.viewer,
      reader: reader)
    return [
      table("acts", "What you did", own),
      table(
        "acts-about-you", "What others did about you", about.filter { $0.actor != person.text }),
    ]
  }

  /// How many entries a copy has at most.
  private static let mostOwn = 10_000
}

/// The trail was changed by someone other than the program.
struct AuditBroken: Refusal {
  let number: Int

  var kind: RefusalKind { .conflict }
  var code: String { "audit-broken" }
  var sentence: String {
    "Entry \(number) of the audit trail is not what was written. Compare it with a backup."
  }
}
