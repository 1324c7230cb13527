import HTML
import Kernel
import Mentoring
import SQLStore

extension MentoringPart {
  /// Career resources: reading, keeping and looking them over.
  func registerResources(in routes: inout Routes) {
    routes.page(MentoringPath.resources, .signedIn) { visit, _, reader in
      .page(try ResourcesPage(visit, reader).page)
    }
    routes.page(MentoringPath.resourcesFile, .signedIn) { visit, _, reader in
      .download(try Self.resourcesFile(visit, reader))
    }
    routes.form(MentoringPath.addResource, .signedIn) { visit, _, state, reader in
      try ResourceForm(nil, visit, state, reader).page
    } change: { visit, _, fields, writer in
      guard try ResourceKeeper(visit.viewer, writer).keepsSome else { throw Absent() }
      let draft = try CareerResourceDraft(typed: { fields[$0] }, on: visit.viewer.today)
      let id = try CareerResource.add(draft, by: visit.viewer, in: visit.world, writer: writer)
      return Self.shown(id, saying: "Added.")
    }
    routes.form(MentoringPath.changeResource, .signedIn) { visit, id, state, reader in
      try ResourceForm(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let read = try Self.read(id, fields, visit, writer)
      let kept = try CareerResource.find(id, viewer: visit.viewer, reader: writer).reviewOn
      let draft = try CareerResourceDraft(
        typed: { fields[$0] }, on: visit.viewer.today, keeping: kept)
      try Mending.refusals {
        try CareerResource.change(id, read: read, draft, by: visit.viewer, writer: writer)
      }
      return Self.shown(id, saying: "Saved.")
    }
    registerReviewing(in: &routes)
  }

  private func registerReviewing(in routes: inout Routes) {
    routes.button(MentoringPath.reviewResource, .signedIn) { visit, id, fields, writer in
      let read = try Self.read(id, fields, visit, writer)
      let next = try CareerResource.review(id, read: read, by: visit.viewer, writer: writer)
      let others = try ResourceReview.waiting(viewer: visit.viewer, reader: writer)
      return .redirect(
        ResourcesPage.location(showing: id, on: others == nil ? .all : .review),
        saying: "Noted. It is looked over again by \(When.day(next)).")
    }
    routes.button(MentoringPath.retireResource, .signedIn) { visit, id, fields, writer in
      try CareerResource.retire(
        id, read: try Self.read(id, fields, visit, writer), by: visit.viewer, writer: writer)
      return .redirect(
        ResourcesPage.location(showing: id, on: .retired),
        saying: "Taken away. You can bring it back here.")
    }
    routes.button(MentoringPath.bringResourceBack, .signedIn) { visit, id, fields, writer in
      try CareerResource.bringBack(
        id, read: try Self.read(id, fields, visit, writer), by: visit.viewer, writer: writer)
      return Self.shown(id, saying: "It is back.")
    }
  }

  /// What was read, for whoever keeps the resource; it is absent for everybody else first.
  private static func read(
    _ id: ID<CareerResource>, _ fields: FormFields, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Int {
    _ = try CareerResource.toKeep(id, visit.viewer, reader)
    return try ResourceForm.read(fields)
  }

  private static func shown(_ id: ID<CareerResource>, saying sentence: String) -> Reply {
    .redirect(ResourcesPage.location(showing: id), saying: sentence)
  }

  private static func resourcesFile(
    _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    let rows = try CareerResource.all(viewer: visit.viewer, reader: reader).map { one in
      [one.title, one.summary, one.place]
        + CareerResource.Audience.allCases.map { one.audiences.contains($0) ? "yes" : "no" }
        + [
          one.departmentName ?? visit.words("The {office}"), one.reviewedOn?.text ?? "",
          one.reviewOn.text, one.isRetired ? "yes" : "no",
        ]
    }
    return OverviewFiles.file(
      "career-resources",
      ["Title", "About", "Where"]
        + CareerResource.Audience.allCases.map { visit.words(ResourceWords.audience($0)) }
        + ["From", "Looked over on", "To be looked over by", "Taken away"], visit, rows)
  }
}
