import Councils
import HTML

/// What is questioned in a wording: the words, why, and what to write instead.
struct FindingList: Sendable {
  let findings: [WordingFinding]

  var markup: HTML {
    ul {
      for finding in findings {
        li {
          HTML.element("mark", [], [.text(finding.words)])
          " (\(finding.trait)). \(finding.why) "
          b { finding.suggestion }
          br()
          small { "Source: \(finding.source)" }
        }
      }
    }
  }
}
