import Elections
import HTML
import Kernel

/// What the reader can do in an election, and what they are in it.
struct OwnPartCard: Sendable {
  let page: ElectionPage

  private var visit: Visit { page.visit }
  private var election: Election { page.election }
  private var id: ElectionID { page.frame.id }

  var markup: HTML {
    let parts = [proposal, standing, vote, roll, candidacy].compactMap(\.self)
    guard !parts.isEmpty else { return .nothing }
    return Card.of("Your part") { HTML.group(parts) }
  }

  private var takesNominations: Bool {
    election.state == .nominating && election.schedule.takesNominations(at: page.frame.now)
  }

  private var isElector: Bool { page.ownRoll == .onRoll }

  /// An answer to a proposal.
  private var proposal: HTML? {
    guard page.own?.state == .proposed, election.state == .nominating else { return nil }
    let who = page.own?.proposedBy.flatMap { page.names[$0] } ?? "Someone"
    return NoticeBox.of(.info, heading: "You were proposed") {
      p {
        bdi { who }
        " proposed you. It counts only if you accept, and nobody else is told before you do."
      }
      div(.class("acts")) {
        if takesNominations {
          a(.class("btn primary"), .href(ElectionPath.stand.location(id))) { "Accept" }
        }
        Form.button(visit, "Decline", ElectionPath.decline.location(id))
      }
    }
  }

  /// What one does who stands.
  private var standing: HTML? {
    guard let own = page.own, own.state == .accepted else { return nil }
    let isOpen = election.state == .nominating || election.state == .voting
    return .group([
      p { "You stand in this election." },
      div(.class("acts")) {
        if takesNominations {
          a(.class("btn"), .href(ElectionPath.stand.location(id))) { "Edit your statement" }
          a(.class("btn"), .href(ElectionPath.portrait.location(id))) { "Your picture" }
        }
        if own.hasPortrait {
          Form.button(
            visit, "Remove your picture", ElectionPath.removePortrait.location(id),
            style: "btn quiet")
        }
        if isOpen {
          Form.button(
            visit, "Withdraw", ElectionPath.withdraw.location(id), style: "btn quiet")
        }
      },
      election.state == .voting
        ? p(.class("soft")) {
          "If you withdraw now, your name stays on the papers, and votes for you go on to others."
        } : .nothing,
    ])
  }

  private var vote: HTML? {
    guard election.state == .voting, isElector else { return nil }
    return page.voteLink
  }

  /// Whether one is on the roll, and what to do where one is not.
  private var roll: HTML? {
    switch page.ownRoll {
    case nil: return nil
    case .onRoll?:
      return p { election.isRollFrozen ? "You are on the roll." : "You will be on the roll." }
    case .notOnRoll(let exclusion)?:
      let isOpen = election.state == .nominating || election.state == .voting
      return .group([
        p {
          "You are not on the roll. "
          exclusion.map { visit.words($0.sentence) } ?? ""
        },
        isOpen
          ? p {
            a(.href(ElectionPath.correction.location(id))) { "Ask the election officer" }
            " if you think you belong there."
          } : .nothing,
      ])
    }
  }

  /// Standing and proposing.
  private var candidacy: HTML? {
    guard takesNominations, isElector else { return nil }
    let mayStand = page.own == nil || page.own?.state == .withdrawn || page.own?.state == .declined
    return div(.class("acts")) {
      if mayStand, !page.frame.isOfficer {
        a(.class("btn primary"), .href(ElectionPath.stand.location(id))) { "Stand for election" }
      }
      a(.class("btn"), .href(ElectionPath.propose.location(id))) { "Propose someone" }
    }
  }
}

extension ElectionPage {
  /// The way to the ballot as long as papers are taken; before that, from when on.
  var voteLink: HTML? {
    if election.schedule.takesVotes(at: frame.now) {
      return p {
        a(.class("btn primary"), .href(BallotPath.ballot.location(frame.id))) {
          "Vote"
        }
      }
    }
    guard let from = election.schedule.voteFrom, frame.now < from else { return nil }
    return p { "You can vote from \(When.within(from, visit)) on." }
  }
}
