import Elections
import HTML
import Kernel
import Roster

/// Who stands, each with a statement and, if they want, a picture.
struct CandidateCards: Sendable {
  let page: ElectionPage

  private var visit: Visit { page.visit }

  var markup: HTML {
    Card.of("Candidates") {
      if page.candidates.isEmpty {
        p { "Nobody stands yet. Who was only asked is not shown." }
      } else {
        p(.class("soft")) {
          page.election.isRollFrozen
            ? "In the order of the paper, which was drawn by lot."
            : "By name. The order on the paper is drawn by lot when voting is opened."
        }
        ul(.class("list")) { for candidate in page.candidates { line(candidate) } }
      }
      proposals
    }
  }

  private func line(_ candidate: Candidate) -> HTML {
    li {
      if candidate.hasPortrait {
        img(
          .src(ElectionPath.picture.location(candidate.id)),
          .named("alt", "Picture of \(candidate.name)"), .named("width", "96"),
          .named("loading", "lazy"))
      } else {
        Picture.of(candidate.name)
      }
      div {
        if candidate.isListed {
          a(.href(PeoplePath.person.location(candidate.person)), .named("dir", "auto")) {
            candidate.name
          }
        } else {
          bdi { candidate.name }
        }
        if let program = candidate.programName { small { " " + program } }
        if candidate.state == .withdrawn {
          " "
          Badge.of("Withdrawn", .warn)
        }
        if !candidate.statement.isEmpty { Paragraphs.of(candidate.statement) }
      }
    }
  }

  /// Whom the reader proposed: to them alone.
  @HTMLBuilder private var proposals: HTML {
    if !page.ownProposals.isEmpty, page.election.state == .nominating {
      p {
        "You proposed "
        page.ownProposals.map(\.name).joined(separator: ", ")
        ". They are shown here once they accept. You can propose "
        "\(max(0, Candidate.mostProposals - page.ownProposals.count)) more."
      }
    }
  }
}
