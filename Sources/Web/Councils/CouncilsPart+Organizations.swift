import Councils
import HTML
import Kernel
import Roster
import SQLStore
import Spreadsheet

extension CouncilsPart {
  /// The list of organizations, and each one's page.
  func registerOrganizations(in routes: inout Routes) {
    routes.page(OrganizationPath.list, .signedIn) { visit, _, reader in
      .page(try OrganizationsPage(visit, reader).page)
    }
    routes.page(OrganizationPath.export, .signedIn) { visit, _, reader in
      .download(try Self.export(visit, reader))
    }
    routes.page(OrganizationPath.organization, .signedIn) { visit, id, reader in
      .page(try OrganizationPage(id, visit, reader).page)
    }
  }

  /// Founding, changing, closing and opening again.
  func registerKeeping(in routes: inout Routes) {
    routes.form(OrganizationPath.found, .rosterKeeper) { visit, _, state, _ in
      let usual = OrganizationDraft(name: "", kind: .council, purpose: "")
      return Page(
        "Found an organization", in: .organizations,
        under: [.init("Organizations", OrganizationPath.list.location())]
      ) {
        OrganizationForm(
          visit: visit, state: PersonForm.filled(state, usual.fields),
          action: OrganizationPath.found.location(), cancel: OrganizationPath.list.location(),
          button: "Found it"
        ).markup
      }
    } change: { visit, _, fields, writer in
      let id = try Organization.found(
        OrganizationDraft(today: visit.viewer.today) { fields[$0] }, by: visit.viewer,
        in: visit.world, to: writer)
      return .redirect(
        OrganizationPath.organization.location(id),
        saying: "The organization is founded. Next: its charter, and its seats.")
    }
    routes.form(OrganizationPath.edit, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard frame.runs else { throw Absent() }
      return frame.page(below: "Edit the organization") {
        OrganizationForm(
          visit: visit,
          state: PersonForm.filled(state, OrganizationDraft(frame.organization).fields),
          action: OrganizationPath.edit.location(id),
          cancel: OrganizationPath.organization.location(id), button: "Save"
        ).markup
      }
    } change: { visit, id, fields, writer in
      let kept = OrganizationDraft(
        try Organization.find(id, viewer: visit.viewer, reader: writer)
      ).fields
      let draft = try OrganizationDraft(today: visit.viewer.today) { name in
        let isAsked =
          visit.viewer.mayKeepOrganizations
          || !OrganizationDraft.Field.ofOffice.contains(name)
        return isAsked ? fields[name] : kept.first { $0.name == name }?.value ?? ""
      }
      try Mending.refusals { try Organization.edit(id, draft, by: visit.viewer, to: writer) }
      return .redirect(OrganizationPath.organization.location(id), saying: "Saved.")
    }
    registerClosing(in: &routes)
  }

  private func registerClosing(in routes: inout Routes) {
    routes.form(OrganizationPath.close, .rosterKeeper) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      let filled = PersonForm.filled(state, [(ClosingDraft.Field.day, visit.viewer.today.text)])
      return frame.page(
        below: "Close the organization",
        subtitle: "It stays with its history and its name. Another one may take the name then."
      ) {
        Form.of(visit, OrganizationPath.close.location(id), filled) {
          Field(ClosingDraft.Field.day, "Last day", seenBy: "everyone who signs in")
            .text(filled, type: "date")
          Field(ClosingDraft.Field.reason, "Why it closes", seenBy: "everyone who signs in")
            .text(filled)
          Form.acts("Close it", cancel: OrganizationPath.organization.location(id))
        }
      }
    } change: { visit, id, fields, writer in
      let closing = try ClosingDraft { fields[$0] }
      try Mending.refusals {
        try Organization.close(id, closing, by: visit.viewer, writer: writer)
      }
      return .redirect(
        OrganizationPath.organization.location(id),
        saying: "It closes after \(When.day(closing.day)).")
    }
    routes.button(OrganizationPath.reopen, .rosterKeeper) { visit, id, _, writer in
      try Organization.reopen(id, by: visit.viewer, writer: writer)
      return .redirect(
        OrganizationPath.organization.location(id), saying: "The organization is open again.")
    }
  }

  /// All organizations that the list would show, page by page.
  private static func export(_ visit: Visit, _ reader: any SQLReader) throws -> Download {
    var table = CSVWriter(byteOrderMark: true)
    table.write(["Name", "Kind", "Founded", "Purpose", "Closed after", "Closed because"])
    var query = OrganizationsPage.query(visit.query)
    query.place = .start
    while true {
      let listed = try Organization.list(query, viewer: visit.viewer, reader: reader)
      for line in listed.entries {
        let one = line.organization
        table.write([
          one.name, OrganizationWords.kind(one.kind), one.founded.map(String.init) ?? "",
          one.purpose, one.closing?.day.text ?? "", one.closing?.reason ?? "",
        ])
      }
      guard let next = listed.next else { break }
      query.place = .after(next)
    }
    return Download(
      fileName: "organizations-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
