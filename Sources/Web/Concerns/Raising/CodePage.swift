import Concerns
import HTML

/// What somebody sees who has sent a concern: the code, once.
struct CodePage: Sendable {
  let visit: Visit
  let isUnseen: Bool
  let code: ConcernCode
  let readers: ConcernReaders
  /// Whether those who read it are told now.
  let isToldNow: Bool

  var page: Page {
    Page("It is sent", in: .concerns, under: isUnseen ? [] : ConcernPath.crumbs) {
      NoticeBox.of(.good) { p { "Thank you for saying it." } }
      CodeCard(code: code).markup
      AttachCard(visit: visit, code: code, showsCode: true).markup
      Card.of("What happens now") {
        ul {
          li {
            readers.readers.isEmpty
              ? "It waits until someone is named who may read it."
              : isToldNow
                ? "\(names) hear of it now." : "\(names) hear of it tomorrow morning."
          }
          li {
            a(.href(ConcernPath.code.location())) { "Open it with your code" }
            ", from any browser."
          }
          li { "We ask there how you are treated since: 30, 90 and 180 days from now." }
        }
      }
    }
  }

  private var names: String { readers.readers.map(\.name).joined(separator: ", ") }
}
