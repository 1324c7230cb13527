import Concerns
import HTML
import Kernel
import SQLStore

/// A handling group: what it takes, who reads, and how that changes.
struct GroupPage: Sendable {
  let visit: Visit
  let standing: GroupStanding
  let fallback: HandlingGroup?
  let responders: [Responder]
  let hasSheet: Bool
  let mayName: Bool
  let isResponder: Bool
  let isUnlocked: Bool

  init(_ id: ID<HandlingGroup>, _ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    standing = try GroupStanding.find(id, viewer: viewer, reader: reader)
    fallback = try standing.group.fallback.map {
      try HandlingGroup.find($0, viewer: viewer, reader: reader)
    }
    responders = try Responder.current(in: id, viewer: viewer, reader: reader)
    hasSheet = try RecoverySheet.groups(viewer: viewer, reader: reader).contains(id)
    mayName = try standing.group.mayName(viewer, reader: reader)
    isResponder = try Responder.handles(viewer.person, in: id, reader: reader)
    isUnlocked = try visit.unlockedKey(reader) != nil
  }

  private var group: HandlingGroup { standing.group }

  var page: Page {
    Page(
      group.name, in: .concerns, under: ConcernPath.crumbs, actions: actions
    ) {
      Paragraphs.of(group.purpose)
      if responders.isEmpty {
        EmptyState.of("Nobody is named yet", "It takes concerns once somebody reads them.")
      } else {
        table
      }
      if let fallback {
        p {
          "What nobody here may read goes to “"
          a(.href(ConcernPath.group.location(fallback.id))) { fallback.name }
          "”."
        }
      }
      p { Self.words(standing) }
      if isResponder { sheet }
    }
  }

  /// What everybody may know of its concerns.
  static func words(_ standing: GroupStanding) -> String {
    standing.late == 0
      ? "Nothing is late."
      : "\(Figures.counted(standing.late, "answer is", "answers are")) later than promised."
  }

  private var actions: HTML {
    .group([
      mayName
        ? a(.class("btn"), .href(ConcernPath.name.location(group.id))) { "Name someone" }
        : .nothing,
      visit.viewer.mayKeepHandlingGroups
        ? a(.class("btn quiet"), .href(ConcernPath.change.location(group.id))) { "Change" }
        : .nothing,
    ])
  }

  private var table: HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "Who reads and answers" },
        Cells.head(["Name", "As", "Reading key", ""]),
        tbody {
          for one in responders {
            tr {
              Cells.name(one.name, PeoplePath.person.location(one.person))
              Cells.labeled("As", .text(one.title))
              td(.named("data-label", "Reading key")) {
                one.hasKey ? Badge.of("Made", .good) : Badge.of("Not made yet", .warn)
              }
              td {
                if mayName || one.person == visit.viewer.person {
                  Form.button(
                    visit, one.person == visit.viewer.person ? "Stop" : "End",
                    ConcernPath.end.location(one.id), style: "btn small")
                }
              }
            }
          }
        },
      ])
  }

  private var sheet: HTML {
    Card.of("Recovery sheet") {
      p {
        """
        A code on paper, in a safe. It lets a responder read where every passphrase is lost, or \
        where everybody who could read is in conflict.
        """
      }
      p { hasSheet ? "There is one." : "There is none yet: the group takes no concerns before." }
      div(.class("acts")) {
        if isUnlocked {
          Form.button(
            visit, hasSheet ? "Print a new one" : "Print it", ConcernPath.sheet.location(group.id))
        } else {
          a(.class("btn"), .href(ConcernPath.unlock.location())) { "Unlock your key to print one" }
        }
        if hasSheet {
          a(.class("btn quiet"), .href(ConcernPath.useSheet.location(group.id))) {
            "Use the sheet"
          }
        }
      }
    }
  }
}

/// The recovery sheet of a group, once, to be printed.
struct SheetPage: Sendable {
  let visit: Visit
  let group: HandlingGroup
  let sheet: RecoverySheet

  var page: Page {
    Page("Recovery sheet", in: .concerns, under: ConcernPath.crumbs, subtitle: group.name) {
      ol(.class("codes"), .id("sheet")) { li { sheet.code.text } }
      p { "Made \(When.day(visit.viewer.today))." }
      p { "An older sheet opens only what this one cannot: keep both." }
      p {
        """
        Print this page and put it into a safe: it is shown now and never again. Whoever has the \
        sheet and handles concerns for this group can read all of them that are not in conflict.
        """
      }
      p { a(.href(ConcernPath.group.location(group.id))) { "Done" } }
    }
  }
}
