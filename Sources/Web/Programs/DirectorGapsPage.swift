import HTML
import Kernel
import Roster
import SQLStore

/// Programs without a director, each with the next step.
struct DirectorGapsPage: Sendable {
  let visit: Visit
  let listed: Listed<DirectorGap>

  var page: Page {
    Page(
      visit.words("{Programs} without a director"), in: .programs,
      under: [.init(visit.words("{Programs}"), ProgramPath.programs.location())],
      subtitle: "A file names directors and grants nothing. You do, with one click each."
    ) {
      if listed.entries.isEmpty {
        EmptyState.of(
          visit.words("Every {program} has its director"), "Nothing is left to do here.",
          isDone: true)
      } else {
        table {
          caption(.class("vh")) { visit.words("{Programs} without a director") }
          Cells.head(visit.words(["{Program}", "Record system names", "Next step"]))
          tbody { for gap in listed.entries { row(gap) } }
        }
        Pager.of(
          visit.words.counted(listed.entries.count, .program),
          previous: listed.previous.map { ProgramPath.undirected.location([("before", $0)]) },
          next: listed.next.map { ProgramPath.undirected.location([("after", $0)]) })
      }
    }
  }

  private func row(_ gap: DirectorGap) -> HTML {
    tr {
      Cells.name(gap.programName, ProgramPath.program.location(gap.program))
      Cells.labeled("Record system names", named(gap))
      Cells.labeled("Next step", step(gap))
    }
  }

  private func named(_ gap: DirectorGap) -> HTML {
    guard let candidate = gap.candidate else { return .text(gap.address ?? "nobody") }
    return a(.href(PeoplePath.person.location(candidate.person)), .named("dir", "auto")) {
      candidate.name
    }
  }

  private func step(_ gap: DirectorGap) -> HTML {
    if let candidate = gap.candidate {
      return form(.method("post"), .action(ProgramPath.direct.location(gap.program))) {
        Form.token(visit)
        button(
          .class("btn small"),
          .aria(.label, "Make \(candidate.name) director of \(gap.programName)")
        ) { "Make director" }
      }
    }
    if let address = gap.address {
      return a(
        .class("btn small"), .href(PeoplePath.add.location([("address", address)])),
        .aria(.label, "Add the person with the address \(address)")
      ) { "Add the person" }
    }
    return a(
      .class("btn small"),
      .href(
        RolePath.grantInProgram.location(
          gap.program, query: [("role", Role.programDirector.rawValue)])),
      .aria(.label, "Name a director of \(gap.programName)")
    ) { "Name a director" }
  }
}

extension ProgramsPart {
  /// The list of what is to be done about directors.
  func registerDirectors(in routes: inout Routes) {
    routes.page(ProgramPath.undirected, .rosterKeeper) { visit, _, reader in
      let place = ListPlace(after: visit.query["after"], before: visit.query["before"])
      let listed = try DirectorGap.list(place, viewer: visit.viewer, reader: reader)
      return .page(DirectorGapsPage(visit: visit, listed: listed).page)
    }
    routes.button(ProgramPath.direct, .rosterKeeper) { visit, program, _, writer in
      try DirectorGap.close(program, by: visit.viewer, in: visit.world, to: writer)
      return .redirect(ProgramPath.undirected.location(), saying: "The role is granted.")
    }
  }

  /// What waits for the office after an import.
  func directorItems(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    let count = try DirectorGap.count(viewer: visit.viewer, reader: reader)
    guard count > 0 else { return [] }
    return [
      HomeItem(
        .due,
        visit.words.counted(count, .program) + (count == 1 ? " has" : " have")
          + " no director here",
        why: "Directors open records and name deputies once you grant them the role.",
        ProgramPath.undirected.location())
    ]
  }
}
