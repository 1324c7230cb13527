import Elections
import HTML
import Kernel

/// What an election asks of someone, on their home page.
struct ElectionHome: Sendable {
  let visit: Visit
  let due: ElectionDue

  private var election: Election { due.line.election }
  private var schedule: Schedule { election.schedule }
  private var now: Instant { visit.viewer.now }
  private var page: Location { ElectionPath.election.location(election.id) }

  var items: [HomeItem] {
    [proposal, vote, nominations, corrections, nextStep].compactMap(\.self)
  }

  private func day(_ instant: Instant?) -> Day? { instant?.day(in: visit.settings.timeZone) }

  private var proposal: HomeItem? {
    guard due.isProposed, schedule.takesNominations(at: now) else { return nil }
    return HomeItem(
      .due, "You were proposed in “\(election.title)”", why: "It counts if you accept.", page,
      day: day(schedule.nominateUntil))
  }

  private var vote: HomeItem? {
    guard due.mayVote, election.state == .voting, schedule.takesVotes(at: now),
      let until = schedule.voteUntil
    else { return nil }
    return HomeItem(
      .due, "Vote in “\(election.title)”",
      why: "Until \(When.within(until, visit)). Your ballot is secret.",
      BallotPath.ballot.location(election.id), day: day(until))
  }

  /// That one can stand or propose someone, for those who train where it is held.
  private var nominations: HomeItem? {
    guard due.isOfPlace, !due.isInvolved, election.state == .nominating,
      schedule.takesNominations(at: now), let until = schedule.nominateUntil
    else { return nil }
    return HomeItem(
      .changed, "Nominations are open in “\(election.title)”",
      why: "Stand or propose someone until \(When.within(until, visit)).", page,
      day: day(schedule.nominateFrom))
  }

  private var corrections: HomeItem? {
    let goesOn = election.state == .nominating || election.state == .voting
    guard due.isOfficer, due.waiting > 0, goesOn else { return nil }
    return HomeItem(
      .due,
      Figures.counted(due.waiting, "person asks", "people ask")
        + " to be put on the roll of “\(election.title)”",
      why: "You are the election officer.", ElectionPath.corrections.location(election.id))
  }

  /// What those who run it do next.
  private var nextStep: HomeItem? {
    guard due.runs else { return nil }
    switch election.state {
    case .draft:
      return HomeItem(
        .due, "“\(election.title)” is a draft", why: "Announce it when everything is there.",
        page, day: day(schedule.nominateFrom))
    case .nominating:
      guard let until = schedule.nominateUntil, until <= now else { return nil }
      return HomeItem(
        .due, "Nominations are over in “\(election.title)”",
        why: "Open the voting, or see what is missing.", page, day: day(schedule.voteFrom))
    case .voting, .closed, .certified, .calledOff: return nil
    }
  }
}
