import Elections
import HTML
import Kernel

/// The look at a ballot before it is cast: in words, what will be counted.
struct BallotSummaryPage: Sendable {
  let visit: Visit
  let election: Election
  let paper: BallotPaper
  let ballot: Ballot
  let receipt: BallotReceipt

  /// The field that carries the receipt, so that the same form sent twice is one ballot.
  static let receiptField = "receipt"
  /// The field of the button that leads back.
  static let changeField = "change"

  var page: Page {
    Page("Is this your ballot?", in: .elections, under: BallotPath.crumbs(election)) {
      Card.of("What will be counted") {
        if !ballot.abstains {
          ol { for number in ballot.ranking { li { bdi { name(number) } } } }
        }
        p { words }
      }
      NoticeBox.of(.warn) {
        p { "A ballot that is cast counts once and cannot be changed, by anybody." }
      }
      Card.of("Who sees what") {
        ul {
          li { "That you voted: no page shows it to others; they see how many have." }
          li { visit.words(Self.howYouVoted) }
          li {
            """
            Whoever runs the server could find out that you voted and, until voting is closed, \
            also how, with the key that opens ballots. Then the key is destroyed.
            """
          }
        }
      }
      form(.method("post"), .action(BallotPath.cast.location(election.id))) {
        Form.token(visit)
        for field in ballot.fields(on: paper) {
          input(.type("hidden"), .name(field.name), .value(field.value))
        }
        input(.type("hidden"), .name(Self.receiptField), .value(receipt.text))
        div(.class("acts")) {
          button(.class("btn primary")) { "Cast this ballot" }
          button(
            .class("btn quiet"), .name(Self.changeField), .value("yes"),
            .named("formaction", BallotPath.ballot.location(election.id).text)
          ) { "Change it" }
        }
      }
    }
  }

  private static let howYouVoted =
    "How you voted: no page shows it to anybody, not to the {office}, not to the election officer. "
    + "When voting is closed the ballots are published without names, in an order that is drawn."

  private func name(_ number: Int) -> String { paper.candidate(number)?.name ?? "Nobody" }

  /// The ballot in words.
  private var words: String {
    guard let first = ballot.ranking.first else {
      return "Your ballot names nobody. It is counted as one that abstains."
    }
    guard paper.kind == .ranks else {
      return "Each of them gets one vote, and all votes are alike. Nobody else gets one."
    }
    let others = ballot.ranking.dropFirst().map(name)
    if others.isEmpty {
      return """
        Your ballot counts for \(name(first)). Where they do not need it or cannot be elected, it \
        goes to nobody else.
        """
    }
    return """
      Your ballot counts for \(name(first)). As far as they do not need it, or if they cannot be \
      elected, it goes on to \(others.joined(separator: ", then ")), and then to nobody else.
      """
  }
}
