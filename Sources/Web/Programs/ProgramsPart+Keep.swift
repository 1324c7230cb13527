import HTML
import Kernel
import Roster
import SQLStore

extension ProgramsPart {
  /// Adding and editing programs.
  func registerKeeping(in routes: inout Routes) {
    routes.form(ProgramPath.add, .rosterKeeper) { visit, _, state, reader in
      let departments = try PlaceChoice.departments(viewer: visit.viewer, reader: reader)
      let sponsors = try PlaceChoice.sponsors(viewer: visit.viewer, reader: reader)
      return Page(
        visit.words("Add {a program}"), in: .programs,
        under: [.init(visit.words("{Programs}"), ProgramPath.programs.location())]
      ) {
        if departments.isEmpty || sponsors.isEmpty {
          NoticeBox.of(.info) {
            p {
              visit.words(
                "{A program} belongs to {a department} and has a sponsor of record. Add them first."
              )
            }
            p { a(.href(DepartmentPath.add.location())) { visit.words("Add {a department}") } }
            p { a(.href(SponsorPath.add.location())) { "Add a sponsor" } }
          }
        } else {
          ProgramForm(
            visit: visit, state: state, action: ProgramPath.add.location(),
            cancel: ProgramPath.programs.location(), departments: departments,
            sponsors: sponsors
          ).markup
        }
      }
    } change: { visit, _, fields, writer in
      let program = try Program.add(
        ProgramDraft { fields[$0] }, sponsor: try Self.sponsor(fields), by: visit.viewer,
        in: visit.world, to: writer)
      return .redirect(ProgramPath.program.location(program), saying: "The {program} is added.")
    }
    routes.form(ProgramPath.edit, .rosterKeeper) { visit, id, state, reader in
      let around = try ProgramChangePage(id, visit, reader)
      let departments = try PlaceChoice.departments(viewer: visit.viewer, reader: reader)
      return around.page(visit.words("Edit the {program}")) {
        ProgramForm(
          visit: visit, state: PersonForm.filled(state, ProgramDraft(around.program).fields),
          action: ProgramPath.edit.location(id), cancel: ProgramPath.program.location(id),
          departments: departments
        ).markup
      }
    } change: { visit, id, fields, writer in
      try Program.edit(id, ProgramDraft { fields[$0] }, by: visit.viewer, to: writer)
      return .redirect(ProgramPath.program.location(id), saying: "Saved.")
    }
  }

  /// Putting a program under another sponsor of record.
  func registerSponsor(in routes: inout Routes) {
    routes.form(ProgramPath.sponsor, .rosterKeeper) { visit, id, state, reader in
      let around = try ProgramChangePage(id, visit, reader)
      let sponsors = try PlaceChoice.sponsors(viewer: visit.viewer, reader: reader)
      let state = PersonForm.filled(
        state, [(ProgramDraft.Field.sponsor, around.program.sponsor.text)])
      return around.page(
        "Change the sponsor of record",
        subtitle: visit.words("{A program} has exactly one. The audit trail keeps the one before.")
      ) {
        around.form(ProgramPath.sponsor.location(id), state, "Change the sponsor") {
          Field(
            ProgramDraft.Field.sponsor, "Sponsor of record", seenBy: "everyone who signs in"
          ).choice(state, sponsors.map { ($0.id, $0.name) })
        }
      }
    } change: { visit, id, fields, writer in
      try Program.changeSponsor(
        of: id, to: try Self.sponsor(fields), by: visit.viewer, writer: writer)
      return .redirect(
        ProgramPath.program.location(id), saying: "The sponsor of record is changed.")
    }
  }

  private static func sponsor(_ fields: FormFields) throws -> SponsorID {
    guard let sponsor = SponsorID(given: fields[ProgramDraft.Field.sponsor]) else {
      throw Problems(field: ProgramDraft.Field.sponsor, "Choose the sponsor of record.")
    }
    return sponsor
  }
}
