import HTML
import Kernel

/// The mail, newest first: to whom and what about, never what it says.
struct MailPage: Sendable {
  let visit: Visit
  let state: OutboxMessage.State?
  /// At most fifty, and one more when there is another page.
  let messages: [OutboxMessage]

  var page: Page {
    Page("Jobs and mail", in: .operations) {
      OperationsTabs.of(jobs: false)
      StateFilter.of(
        OperationsPath.mail.location(),
        OutboxMessage.State.allCases.map { ($0.rawValue, Self.words($0)) },
        state?.rawValue)
      if messages.isEmpty {
        EmptyState.of("No mail here", "Mail that Housestaff sends is listed here, with its fate.")
      } else {
        mailTable
        Pager.of(
          "", previous: nil,
          next: messages.count > 50
            ? OperationsPath.mail.location(
              [("state", state?.rawValue ?? ""), ("before", messages[49].id.text)])
            : nil)
      }
    }
  }

  private static func words(_ state: OutboxMessage.State) -> String {
    switch state {
    case .waiting: "Waiting"
    case .sent: "Sent"
    case .dead: "Given up"
    }
  }

  private static func words(kind: String) -> String {
    switch kind {
    case "account": "Signing in"
    case "notices": "Notices"
    default: kind
    }
  }

  private var mailTable: HTML {
    table {
      thead {
        tr {
          for heading in ["To", "Kind", "State", "Decided", "Tries", "The relay said", ""] {
            th { heading }
          }
        }
      }
      tbody { for message in messages.prefix(50) { row(message) } }
    }
  }

  private func row(_ message: OutboxMessage) -> HTML {
    tr(.classes(message.state == .dead ? "bad" : "")) {
      HTML.element("th", [.named("scope", "row")], [.text(message.recipient)])
      td { Self.words(kind: message.kind) }
      td {
        Badge.of(
          Self.words(message.state),
          message.state == .sent ? .good : message.state == .dead ? .bad : .neutral)
      }
      td(.class("fix"), .named("data-label", "Decided")) {
        When.moment(message.createdAt, visit)
      }
      td(.class("num"), .named("data-label", "Tries")) { "\(message.attempts)" }
      td { message.answer }
      td {
        if message.state == .dead, !message.body.isEmpty {
          Form.button(
            visit, "Send again", OperationsPath.retryMail.location(message.id),
            style: "btn small")
        }
      }
    }
  }
}
