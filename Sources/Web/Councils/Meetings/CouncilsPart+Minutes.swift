import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// Minutes: drafted, published, approved, and taken along.
  func registerMinutes(in routes: inout Routes) {
    routes.page(MinutesPath.minutes, .signedIn) { visit, id, reader in
      .page(try MinutesPage(id, visit, reader).page)
    }
    routes.page(MinutesPath.export, .signedIn) { visit, id, reader in
      let page = try MinutesPage(id, visit, reader)
      guard page.minutes != nil else { throw Absent() }
      return .download(MinutesFile(page: page).download)
    }
    routes.form(MinutesPath.edit, .signedIn) { visit, id, state, reader in
      try Self.editing(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      let draft = try MinutesDraft(isTraineesOnly: MinutesPage.asksForPart(visit)) { fields[$0] }
      try Mending.refusals {
        try Minutes.keep(draft, of: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(Self.minutes(id, visit), saying: "Saved.")
    }
    routes.button(MinutesPath.publish, .signedIn) { visit, id, _, writer in
      try Minutes.publish(
        id, isTraineesOnly: MinutesPage.asksForPart(visit), by: visit.viewer, writer: writer)
      return .redirect(Self.minutes(id, visit), saying: "Published.")
    }
    routes.button(MinutesPath.approve, .signedIn) { visit, id, fields, writer in
      guard let later = ID<Meeting>(given: fields["meeting"]) else { throw Absent() }
      try Minutes.approve(
        id, isTraineesOnly: MinutesPage.asksForPart(visit), in: later, by: visit.viewer,
        writer: writer)
      return .redirect(Self.minutes(id, visit), saying: "Approved.")
    }
  }

  private static func editing(
    _ id: ID<Meeting>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let page = try MinutesPage(id, visit, reader)
    guard page.meeting.seen.runs, [.inSession, .over].contains(page.meeting.meeting.state)
    else { throw Absent() }
    let latest = page.minutes?.versions.first
    let filled = PersonForm.filled(
      state,
      [
        (Minutes.Field.content, latest?.content ?? outline(page.meeting)),
        (Minutes.Field.version, String(latest?.number ?? 0)),
      ])
    return MeetingFrame.page("Write the minutes", of: page.meeting.seen) {
      Form.of(visit, MinutesPath.edit.location(id, query: query(visit)), filled) {
        input(
          .type("hidden"), .name(Minutes.Field.version),
          .value(filled.fields[Minutes.Field.version]))
        Field(
          Minutes.Field.content, "Minutes",
          seenBy: page.isTraineesOnly
            ? visit.words("{trainees} of this organization alone, once published")
            : MeetingWords.readers(page.meeting.seen, visit) + ", once published",
          hint: "Decisions, actions and who was there are added by themselves."
        ).lines(filled, rows: 16)
        Form.acts("Save", cancel: minutes(id, visit))
      }
    }
  }

  /// The agenda to write under. What is for trainees alone is left out: it has minutes of its own.
  private static func outline(_ page: MeetingPage) -> String {
    page.agenda.filter { !$0.isTraineesOnly || page.meeting.isTraineesOnly }.enumerated()
      .map { "\($0 + 1). \($1.title)\n" }.joined(separator: "\n")
  }

  private static func query(_ visit: Visit) -> [(name: String, value: String)] {
    MinutesPage.asksForPart(visit) ? [(MinutesPath.part, MinutesPath.trainees)] : []
  }

  private static func minutes(_ id: ID<Meeting>, _ visit: Visit) -> Location {
    MinutesPath.minutes.location(id, query: query(visit))
  }
}
