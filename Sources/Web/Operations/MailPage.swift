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
        OperationsPath.mail.location(), OutboxMessage.State.allCases.map(\.rawValue),
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
      td { message.kind }
      td {
        switch message.state {
        case .waiting: Badge.of("Waiting")
        case .sent: Badge.of("Sent", .good)
        case .dead: Badge.of("Given up", .bad)
        }
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
