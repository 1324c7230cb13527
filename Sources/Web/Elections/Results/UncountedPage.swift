import Elections
import HTML
import Kernel
import SQLStore

/// In the place of a result, how an election ended in which nothing was counted: with people who
/// are elected without a vote, or called off.
struct UncountedPage: Sendable {
  let visit: Visit
  let election: Election
  let elected: [ElectedCandidate]

  init(_ election: Election, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    self.election = election
    elected =
      election.state == .calledOff
      ? []
      : try ElectedCandidate.withoutVote(in: election.id, viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    Page(
      "Result", in: .elections, under: BallotPath.crumbs(election), subtitle: subtitle
    ) {
      if election.state == .calledOff {
        calledOff
      } else {
        ElectedCard(
          visit: visit, elected: elected, nobody: "Nobody is elected.", isCertified: true
        ).markup
        NoticeBox.of(
          .info,
          "As many stood as there are seats, or fewer. They are elected without a vote, so there "
            + "are no ballots and no count.")
      }
    }
  }

  private var subtitle: String {
    guard let day = election.certifiedAt ?? election.closedAt else { return "" }
    return election.state == .calledOff
      ? "Called off \(When.within(day, visit))" : "Declared \(When.within(day, visit))"
  }

  @HTMLBuilder private var calledOff: HTML {
    NoticeBox.of(.warn, heading: "This election was called off") {
      Paragraphs.of(election.endedBecause ?? "")
    }
    p {
      election.openedAt == nil
        ? "Nobody is elected. There was no vote."
        : "Nobody is elected. The ballots that were cast were destroyed, and nobody has read them."
    }
  }
}
