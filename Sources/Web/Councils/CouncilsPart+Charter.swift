import Councils
import HTML
import Kernel
import SQLStore

extension CouncilsPart {
  /// The charter: the version that holds, the earlier ones, and a new one.
  func registerCharter(in routes: inout Routes) {
    routes.page(OrganizationPath.charter, .signedIn) { visit, id, reader in
      .page(try CharterPage(id, visit, reader).page)
    }
    routes.form(OrganizationPath.keepCharter, .signedIn) { visit, id, state, reader in
      let frame = try OrganizationFrame(id, visit, reader)
      guard frame.runs else { throw Absent() }
      let last = try Charter.versions(
        of: frame.organization, viewer: visit.viewer, reader: reader
      ).first
      let filled = PersonForm.filled(state, last.map { CharterDraft($0).fields } ?? [])
      return frame.page(
        below: "A new version of the charter",
        subtitle: "Earlier versions stay. A published version is never changed."
      ) {
        Form.of(visit, OrganizationPath.keepCharter.location(id), filled) {
          Field(
            CharterDraft.Field.content, "Charter", seenBy: "everyone who finds the organization",
            hint: "Plain text. An empty line begins a paragraph."
          ).lines(filled, rows: 16)
          Field(
            CharterDraft.Field.criteria, "Who may join",
            seenBy: "everyone who finds the organization",
            hint: "People read it before they join. “Open to all who support the purpose.”"
          ).lines(filled, rows: 3)
          Form.acts("Publish", cancel: OrganizationPath.charter.location(id))
        }
      }
    } change: { visit, id, fields, writer in
      let draft = try CharterDraft { fields[$0] }
      let charter = try Mending.refusals {
        try Charter.keep(draft, of: id, by: visit.viewer, in: visit.world, to: writer)
      }
      return .redirect(
        OrganizationPath.charter.location(id),
        saying: charter.publishedAt == nil
          ? "The wording is questioned, so this version is not published. Look below why."
          : "Version \(charter.number) is published.")
    }
  }
}

/// The charter of an organization with its versions.
struct CharterPage: Sendable {
  let frame: OrganizationFrame
  let versions: [Charter]
  /// What is questioned in the latest version, where it waits.
  let findings: [WordingFinding]

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try OrganizationFrame(id, visit, reader)
    versions = try Charter.versions(
      of: frame.organization, viewer: visit.viewer, reader: reader)
    let rules = try WordingRule.holding(on: visit.viewer.today, reader: reader)
    findings =
      versions.first.map { $0.publishedAt == nil ? CharterDraft($0).findings(by: rules) : [] } ?? []
  }

  private var edit: HTML {
    frame.runs && frame.organization.isOpen(on: frame.visit.viewer.today)
      ? a(.class("btn"), .href(OrganizationPath.keepCharter.location(frame.id))) {
        versions.isEmpty ? "Write the charter" : "A new version"
      } : .nothing
  }

  var page: Page {
    frame.page(.charter, actions: edit) {
      if versions.isEmpty {
        EmptyState.of(
          "There is no charter yet",
          frame.visit.words("Its officers or the {office} write it: what it does, who may join."))
      }
      if !findings.isEmpty { questioned }
      for (place, version) in versions.enumerated() {
        if place == 0 { full(version) } else { folded(version) }
      }
    }
  }

  private var questioned: HTML {
    NoticeBox.of(.warn, heading: "This version is not published: its wording is questioned") {
      FindingList(findings: findings).markup
      p {
        frame.visit.words(
          "Write a new version, or ask the institutional official to decide with counsel. ")
        a(.href(WordingPath.rules.location())) { "The rules, with their sources" }
      }
    }
  }

  private func full(_ version: Charter) -> HTML {
    Card.of("Version \(version.number)") {
      p(.class("soft")) { when(version) }
      Paragraphs.of(version.content)
      h3 { "Who may join" }
      Paragraphs.of(version.criteria)
      if let override = version.override, frame.runs || frame.visit.viewer.mayOverrideWording {
        p(.class("soft")) {
          "Published in spite of questions: \(override.reason) Counsel: "
            + override.counselReference
        }
      }
    }
  }

  private func folded(_ version: Charter) -> HTML {
    Fold.of("Version \(version.number), \(when(version))") {
      Paragraphs.of(version.content)
      p { b { "Who may join" } }
      Paragraphs.of(version.criteria)
    }
  }

  private func when(_ version: Charter) -> String {
    version.publishedAt.map { "published \(When.within($0, frame.visit))" } ?? "not published"
  }
}
