import Elections
import HTML
import Kernel

/// What somebody sees who has cast a ballot: the receipt, once.
struct BallotCastPage: Sendable {
  let visit: Visit
  let election: Election
  let receipt: BallotReceipt

  var page: Page {
    Page("Your ballot is cast", in: .elections, under: BallotPath.crumbs(election)) {
      NoticeBox.of(.good) { p { "It counts once. Thank you for voting." } }
      Card.of("Your receipt") {
        ol(.class("codes"), .id("receipt")) { li { receipt.text } }
        p {
          button(
            .type("button"), .class("btn small"), .named("data-copy", "receipt"),
            .named("data-copied", "Copied"), .flag("hidden")
          ) { "Copy" }
        }
        p {
          """
          Print this page or copy the code: it is shown now and never again. When voting is closed \
          it shows that your ballot is in the list. It does not show how you voted, to you or to \
          anybody else.
          """
        }
      }
      p { a(.href(BallotPath.receipt.location(election.id))) { "Is my ballot in the list?" } }
    }
  }
}

/// “Is my ballot in the list?”: takes a receipt and answers yes or no.
struct ReceiptPage: Sendable {
  let visit: Visit
  let election: Election
  let state: FormState
  /// The answer; nil before somebody asked.
  var isInList: Bool?

  /// The field for the code.
  static let field = "code"

  var page: Page {
    Page("Is my ballot in the list?", in: .elections, under: BallotPath.crumbs(election)) {
      if let isInList { answer(isInList) }
      if isPublished {
        Form.of(visit, BallotPath.receipt.location(election.id), state) {
          Field(
            Self.field, "Your receipt",
            hint: "The code that you saw when you cast your ballot. It is not kept."
          ).text(state, .named("autocomplete", "off"))
          Form.acts("Look it up")
        }
      } else {
        EmptyState.of(
          "The list comes when voting is closed", "Keep your receipt until then.")
      }
    }
  }

  /// Whether there is a list.
  private var isPublished: Bool { [.closed, .certified].contains(election.state) }

  private func answer(_ isInList: Bool) -> HTML {
    isInList
      ? NoticeBox.of(.good) {
        p { "Yes: a ballot with this receipt is in the list, and was counted once." }
      }
      : NoticeBox.of(.bad) {
        p {
          """
          No: there is no such receipt in the list. Compare the code with what you kept. If it is \
          the same, tell the election officer; you do not have to say how you voted.
          """
        }
      }
  }
}
