import HTML
import Kernel
import Mentoring

/// A certificate of service as anyone finds it who has its code: all that it says, so that a paper
/// that says something else is found out.
struct CheckPage: Sendable {
  let found: FoundCertificate

  /// One line for everybody who tries codes, as with those of concerns: they are not found by
  /// trying, and trying takes nobody else's time.
  static let pace = CodeEntryPace(between: .milliseconds(20), longest: .seconds(8))

  var page: Page {
    Page(CertificateWords.title) {
      if let day = found.revokedOn {
        NoticeBox.of(.bad, heading: "Revoked") {
          p { "This certificate was revoked on \(When.day(day)). It does not hold any more." }
        }
      } else {
        NoticeBox.of(.good, "This certificate holds.")
      }
      CertificateWords.facts(found.content)
      p(.class("soft")) {
        "What counts is what stands here. A paper that says anything else was changed."
      }
    }
  }
}
