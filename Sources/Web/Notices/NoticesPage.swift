import Accounts
import HTML
import Kernel

/// A person's own notices, newest first.
struct NoticesPage: Sendable {
  let visit: Visit
  /// At most fifty, and one more when there is another page.
  let notices: [Notice]

  var page: Page {
    let unread = visit.session?.unreadNotices ?? 0
    return Page(
      "Notices", subtitle: unread == 0 ? "All read" : "\(unread) unread",
      actions: unread == 0
        ? .nothing : Form.button(visit, "Mark all as read", NoticesPath.readAll.location())
    ) {
      if notices.isEmpty {
        EmptyState.of(
          "Nothing yet", "You are told here when something changes that concerns you.")
      } else {
        ul(.class("list")) { for notice in notices.prefix(50) { row(notice) } }
        Pager.of(
          "", previous: nil,
          next: notices.count > 50
            ? NoticesPath.notices.location([("before", notices[49].id.text)]) : nil)
      }
      p { a(.href(NoticesPath.choices.location())) { "Choose what is mailed to you" } }
    }
  }

  private func row(_ notice: Notice) -> HTML {
    li {
      div {
        span(.classes(notice.readAt == nil ? "lamp" : "")) {
          a(.href(Location(returning: notice.path) ?? HomePath.home.location())) {
            notice.sentence
          }
        }
        br()
        small { When.moment(notice.at, visit) }
      }
    }
  }
}

/// What of the notices is mailed, kind by kind.
struct NoticeChoicesPage: Sendable {
  let visit: Visit
  let choices: [Notice.Kind: Notice.Delivery]

  var page: Page {
    Page(
      "What is mailed to you",
      under: [Page.Breadcrumb("Notices", NoticesPath.notices.location())],
      subtitle: "Everything is always in Housestaff; mail is an extra."
    ) {
      Form.of(visit, NoticesPath.choices.location(), state) {
        for kind in Notice.Kind.allCases {
          Field(kind.rawValue, kind.label, seenBy: "you")
            .choice(
              state,
              [Notice.Delivery.digest, .atOnce, .none].map { ($0.rawValue, Self.words($0)) })
        }
        Form.acts("Save")
      }
    }
  }

  /// How something is mailed, in words.
  static func words(_ delivery: Notice.Delivery) -> String {
    switch delivery {
    case .digest: "In one mail a day"
    case .atOnce: "In a mail at once"
    case .none: "Not by mail"
    }
  }

  private var state: FormState {
    FormState(
      fields: FormFields(
        Notice.Kind.allCases.map { kind in
          (kind.rawValue, (choices[kind] ?? kind.usual).rawValue)
        }))
  }
}
