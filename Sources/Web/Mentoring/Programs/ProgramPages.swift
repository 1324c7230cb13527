import HTML
import Kernel
import Mentoring
import SQLStore

/// A mentoring program with all its cycles.
struct MentoringProgramPage: Sendable {
  let visit: Visit
  let program: MentoringProgram
  let commitment: Commitment
  let cycles: [MentoringCycle]

  init(_ id: ID<MentoringProgram>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    program = try MentoringProgram.find(id, viewer: viewer, reader: reader)
    commitment = try Commitment.latest(of: id, viewer: viewer, reader: reader)
    cycles = try MentoringCycle.all(of: id, viewer: viewer, reader: reader)
  }

  var page: Page {
    Page(
      program.name, in: .mentoring, under: MentoringPath.crumbs, actions: actions
    ) {
      if program.closedAt != nil { NoticeBox.of(.info, "This mentoring program is closed.") }
      Card.of("What it is for") { Paragraphs.of(program.purpose) }
      Card.of("What everyone promises") {
        Paragraphs.of(commitment.text)
        p(.class("soft")) { "Version \(commitment.version)" }
      }
      if cycles.isEmpty {
        EmptyState.of(
          "No cycle yet", visit.words("The {office} begins one; then people can enroll."))
      } else {
        table
      }
      if visit.viewer.mayRunMentoring, program.closedAt == nil {
        Form.button(
          visit, "Close the mentoring program", MentoringPath.closeProgram.location(program.id),
          style: "btn danger")
      }
    }
  }

  private var actions: HTML {
    guard visit.viewer.mayRunMentoring, program.closedAt == nil else { return .nothing }
    return .group([
      a(.class("btn primary"), .href(MentoringPath.begin.location(program.id))) {
        "Begin a cycle"
      },
      a(.class("btn"), .href(MentoringPath.changeProgram.location(program.id))) { "Edit" },
    ])
  }

  private var table: HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "Cycles, the latest first" },
        Cells.head(["Cycle", "Stands", "Enrollment", "Pairs meet"]),
        tbody {
          for cycle in cycles {
            let (word, tone) = MentoringWords.state(cycle, on: visit.viewer.today)
            tr {
              Cells.name(cycle.title, MentoringPath.cycle.location(cycle.id))
              td { Badge.of(word, tone) }
              Cells.labeled("Enrollment", .text(CycleFacts.enrollment(cycle)))
              Cells.labeled("Pairs meet", .text(CycleFacts.pairs(cycle)))
            }
          }
        },
      ])
  }
}

/// Founding a mentoring program, or changing it.
struct MentoringProgramForm: Sendable {
  let visit: Visit
  let state: FormState
  /// The program that is changed; nil to found one.
  let program: MentoringProgram?

  private typealias Name = MentoringProgramDraft.Field

  var page: Page {
    Page(
      program.map { "Edit “\($0.name)”" } ?? "Found a mentoring program", in: .mentoring,
      under: MentoringPath.crumbs
    ) {
      Form.of(visit, action, state) {
        Field(Name.name, "Name", seenBy: "everyone who signs in").text(state)
        Field(
          Name.purpose, "Whom it is for and what it is about", seenBy: "everyone who signs in"
        ).lines(state)
        Field(
          Name.commitments, "What everyone promises", seenBy: "everyone who signs in",
          hint: "Mentees and mentors accept it when they enroll. A changed text is a new version."
        ).lines(state, rows: 8)
        Form.acts(program == nil ? "Found it" : "Save", cancel: back)
      }
    }
  }

  private var action: Location {
    program.map { MentoringPath.changeProgram.location($0.id) } ?? MentoringPath.found.location()
  }

  private var back: Location {
    program.map { MentoringPath.program.location($0.id) } ?? MentoringPath.start.location()
  }
}

extension MentoringPart {
  func registerPrograms(in routes: inout Routes) {
    routes.page(MentoringPath.program, .signedIn) { visit, id, reader in
      .page(try MentoringProgramPage(id, visit, reader).page)
    }
    routes.form(MentoringPath.found, .mentoringOffice) { visit, _, state, _ in
      MentoringProgramForm(visit: visit, state: state, program: nil).page
    } change: { visit, _, fields, writer in
      let id = try MentoringProgram.found(
        try MentoringProgramDraft { fields[$0] }, by: visit.viewer, in: visit.world,
        writer: writer)
      return .redirect(
        MentoringPath.program.location(id),
        saying: "The mentoring program is there. Begin its first cycle.")
    }
    routes.form(MentoringPath.changeProgram, .mentoringOffice) { visit, id, state, reader in
      let program = try MentoringProgram.find(id, viewer: visit.viewer, reader: reader)
      let filled = try PersonForm.filled(state, Self.fields(of: program, visit, reader))
      return MentoringProgramForm(visit: visit, state: filled, program: program).page
    } change: { visit, id, fields, writer in
      let draft = try MentoringProgramDraft { fields[$0] }
      try Mending.refusals {
        try MentoringProgram.change(id, draft, by: visit.viewer, writer: writer)
      }
      return .redirect(MentoringPath.program.location(id), saying: "Saved.")
    }
    routes.button(MentoringPath.closeProgram, .mentoringOffice) { visit, id, _, writer in
      try MentoringProgram.close(id, by: visit.viewer, writer: writer)
      return .redirect(MentoringPath.start.location(), saying: "The mentoring program is closed.")
    }
  }

  private static func fields(
    of program: MentoringProgram, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [(name: String, value: String)] {
    typealias Name = MentoringProgramDraft.Field
    let commitment = try Commitment.latest(
      of: program.id, viewer: visit.viewer, reader: reader)
    return [
      (Name.name, program.name), (Name.purpose, program.purpose),
      (Name.commitments, commitment.text),
    ]
  }
}

extension Right {
  /// Those who run mentoring: the GME office.
  static let mentoringOffice = Right("mentoring") { $0.mayRunMentoring }
}
