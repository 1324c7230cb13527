import Concerns
import HTML
import Kernel
import SQLStore

/// The concerns that someone handles, and what their groups need.
struct DeskPage: Sendable {
  let visit: Visit
  let filter: ConcernFilter
  let handling: [Responder]
  let groups: [HandlingGroup]
  let isUnlocked: Bool
  let waiting: [Responder]
  let withoutSheet: [HandlingGroup]
  let list: Listed<Concern>
  let beginnings: ConcernBeginnings

  init(_ filter: ConcernFilter, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    handling = try Responder.own(viewer: viewer, reader: reader)
    guard !handling.isEmpty else { throw Absent() }
    self.visit = visit
    self.filter = filter
    let own = Set(handling.map(\.group))
    groups = try HandlingGroup.all(viewer: viewer, reader: reader).filter {
      own.contains($0.id)
    }
    let key = try visit.unlockedKey(reader)
    isUnlocked = key != nil
    waiting = try groups.flatMap {
      try KeySharing.waiting(in: $0.id, viewer: viewer, reader: reader)
    }
    let sheets = try RecoverySheet.groups(viewer: viewer, reader: reader)
    withoutSheet = groups.filter { !sheets.contains($0.id) }
    list = try Concern.list(
      filter, at: ListPlace(after: visit.query["after"], before: visit.query["before"]),
      viewer: viewer, reader: reader)
    beginnings = try ConcernBeginnings(of: list.entries, with: key, reader: reader)
  }

  private var hasKey: Bool { handling.contains(where: \.hasKey) }

  var page: Page {
    Page(
      "What you handle", in: .concerns, under: ConcernPath.crumbs,
      subtitle: handling.map(\.title).joined(separator: ", "), actions: lock
    ) {
      if !hasKey { makeKey } else if !isUnlocked { unlock } else { needs }
      Tabs.of(
        [
          .init("Open", ConcernPath.desk.location(), isCurrent: filter == .open),
          .init("Resolved", ConcernPath.resolved.location(), isCurrent: filter == .resolved),
        ], label: "Which concerns")
      if list.entries.isEmpty { empty } else { table }
      groupLinks
    }
  }

  private var lock: HTML {
    isUnlocked
      ? Form.button(visit, "Lock my key", ConcernPath.lock.location(), style: "btn quiet")
      : .nothing
  }

  private var makeKey: HTML {
    NoticeBox.of(.warn, heading: "Make your reading key") {
      p { "Nothing is sealed to you before you have one." }
      a(.class("btn primary"), .href(ConcernPath.key.location())) { "Make it now" }
    }
  }

  private var unlock: HTML {
    Card.of("Unlock your reading key") {
      UnlockPage(visit, before: nil).form
    }
  }

  /// What whoever has unlocked their key can do for the group.
  @HTMLBuilder private var needs: HTML {
    for group in withoutSheet {
      NoticeBox.of(.warn, heading: "“\(group.name)” has no recovery sheet") {
        p { "It takes concerns once you have printed one and put it into a safe." }
        Form.button(visit, "Print it now", ConcernPath.sheet.location(group.id))
      }
    }
    for one in waiting {
      NoticeBox.of(.info, heading: "\(one.name) has a new reading key") {
        p { "They can read what is there already once you let them. Conflicts stay closed." }
        Form.button(
          visit, "Let \(one.name) read", ConcernPath.letRead.location(one.group),
          hidden: [("person", one.person.text)])
      }
    }
  }

  private var empty: HTML {
    filter == .open
      ? EmptyState.of(
        "Nothing is open", "What is raised with your groups stands here.", isDone: true)
      : EmptyState.of("Nothing is resolved yet", "What you resolve stands here.")
  }

  private var table: HTML {
    .group([
      HTML.element(
        "table", [],
        [
          caption(.class("vh")) { "Concerns, what is due next first" },
          Cells.head(["Concern", "Group", "Raised", "How", "State", "Next"]),
          tbody { for one in list.entries { row(one) } },
        ]),
      Pager.of(
        "", previous: list.previous.map { path.location([("before", $0)]) },
        next: list.next.map { path.location([("after", $0)]) }),
    ])
  }

  private var path: SitePath<NoArgument> {
    filter == .open ? ConcernPath.desk : ConcernPath.resolved
  }

  private func row(_ one: Concern) -> HTML {
    let (word, tone) = ConcernWords.state(one)
    return tr {
      Cells.name {
        a(.href(ConcernPath.concern.location(one.id))) { "\(one.categoryName) \(one.reference)" }
        if let beginning = beginnings[one] { small(.named("dir", "auto")) { beginning } }
      }
      Cells.labeled("Group", .text(one.groupName))
      Cells.labeled("Raised", .text(When.day(one.raisedOn)))
      Cells.labeled("How", .text(ConcernWords.manner(one.manner)))
      td {
        Badge.of(word, tone)
        if let assignee = one.assignee { small { assignee.name } }
        if one.isUrgent {
          " "
          Badge.of("Urgent", .bad)
        }
      }
      td(.named("data-label", "Next")) {
        ConcernWords.next(one)
        if one.isOverdue(on: visit.viewer.today) {
          " "
          Badge.of("Late", .bad)
        }
      }
    }
  }

  private var groupLinks: HTML {
    p {
      for group in groups {
        a(.href(ConcernPath.group.location(group.id))) { group.name }
        " "
      }
    }
  }
}
