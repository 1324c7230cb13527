import Elections
import HTML
import Kernel

/// Who was elected, and of each who has no seat yet, why.
struct ElectedCard: Sendable {
  let visit: Visit
  let elected: [ElectedCandidate]
  /// What is said where nobody is elected.
  let nobody: String
  /// Whether seats were taken already.
  let isCertified: Bool

  var markup: HTML {
    Card.of("Elected") {
      if elected.isEmpty {
        p { nobody }
      } else {
        ol { for one in elected { li { line(one) } } }
      }
    }
  }

  @HTMLBuilder private func line(_ one: ElectedCandidate) -> HTML {
    if one.isListed {
      a(.href(PeoplePath.person.location(one.person)), .named("dir", "auto")) { one.name }
    } else {
      bdi { one.name }
    }
    if isCertified, !one.isSeated {
      " "
      one.waits ? Badge.of("Waits for the seat", .info) : Badge.of("Not seated", .warn)
      br()
      small { why(one) }
    }
  }

  private func why(_ one: ElectedCandidate) -> String {
    one.waits
      ? visit.words(one.obstacle) + " The seat is taken when it falls free."
      : visit.words(one.obstacle)
  }
}
