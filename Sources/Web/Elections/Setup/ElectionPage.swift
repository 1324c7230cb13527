import Elections
import HTML
import Kernel
import Roster
import SQLStore

/// An election: when it is, who stands, who may vote, and what the reader can do now.
struct ElectionPage: Sendable {
  let frame: ElectionFrame
  let candidates: [Candidate]
  let own: Candidate?
  let ownProposals: [Candidate]
  let figures: RollFigures
  let ownRoll: OwnRoll?
  /// Nil for whoever does not set it up.
  let checklist: Checklist?
  let contest: Contest
  let names: [PersonID: String]

  var visit: Visit { frame.visit }
  var election: Election { frame.election }

  init(_ id: ElectionID, _ visit: Visit, _ reader: any SQLReader) throws {
    let frame = try ElectionFrame(id, visit, reader)
    self.frame = frame
    let election = frame.election
    candidates = try Candidate.standing(in: election, viewer: visit.viewer, reader: reader)
    own = try Candidate.own(in: id, viewer: visit.viewer, reader: reader)
    ownProposals = try Candidate.proposed(in: id, by: visit.viewer, reader: reader)
    figures = try RollFigures.of(election, reader: reader)
    ownRoll = try OwnRoll.of(election, viewer: visit.viewer, reader: reader)
    let isBefore = election.state == .draft || election.state == .nominating
    checklist =
      isBefore && (frame.runs || frame.isOfficer)
      ? try Checklist.of(election, viewer: visit.viewer, reader: reader) : nil
    contest = Contest.of(candidates.filter { $0.state == .accepted }, in: election)
    names = try Directory.names(
      of: [election.officer, own?.proposedBy].compactMap(\.self), reader: reader)
  }

  var page: Page {
    frame.page(actions: actions) {
      steps
      result
      OwnPartCard(page: self).markup
      if let checklist, frame.runs || election.state == .nominating {
        ChecklistCard(
          visit: visit, checklist: checklist,
          step: election.state == .draft ? .announcing : .opening
        ).markup
        RunningButtons(page: self, checklist: checklist).markup
      }
      if election.state == .voting, frame.isOfficer { ending }
      facts
      if election.state != .draft { CandidateCards(page: self).markup }
      roll
    }
  }

  private var actions: HTML {
    let isEditable = election.state == .draft || election.state == .nominating
    return frame.runs && isEditable
      ? a(.class("btn"), .href(ElectionPath.edit.location(frame.id))) { "Edit" } : .nothing
  }

  @HTMLBuilder private var steps: HTML {
    if election.state == .calledOff {
      NoticeBox.of(.warn, heading: "This election was called off") {
        Paragraphs.of(election.endedBecause ?? "")
      }
    } else {
      Steps.of(
        ["Set up", "Nominations", "Voting", "Count", "Result"],
        current: Election.State.allCases.firstIndex(of: election.state) ?? 0,
        label: "How far the election is")
      if election.state == .certified, election.openedAt == nil {
        NoticeBox.of(
          .info,
          "As many stood as there are seats, or fewer. They are elected without a vote.")
      }
    }
  }

  /// The way to what was counted: before it is certified for the election officer alone.
  @HTMLBuilder private var result: HTML {
    let isCounted = election.state == .certified || election.state == .closed
    let isOver = election.state == .voting && election.isOver(at: frame.now)
    let isShown = election.state == .certified || frame.isOfficer
    let isDeclared = election.state == .certified && election.openedAt == nil
    if isDeclared || (election.openedAt != nil && (isCounted || isOver) && isShown) {
      p {
        a(.class("btn primary"), .href(BallotPath.results.location(frame.id))) { "Result" }
      }
    } else if isCounted || isOver, election.openedAt != nil {
      NoticeBox.of(.info, "Voting is over. The election officer certifies the result.")
    }
  }

  /// For the election officer: when it ends by itself, and how it ends otherwise.
  private var ending: HTML {
    Card.of("You are the election officer") {
      p {
        "Voting ends by itself at its time, and the ballots are counted then. If the election "
          + "went wrong, you can call it off until it is counted."
      }
      div(.class("acts")) {
        a(.class("btn danger"), .href(ElectionPath.callOff.location(frame.id))) { "Call it off" }
      }
    }
  }

  private var facts: HTML {
    let schedule = election.schedule
    let zone = visit.settings.timeZone
    return Card.of("About it") {
      Facts.of([
        Facts.Line("Seats", "\(election.seats) of “\(frame.line.seatTitle)”"),
        Facts.Line("Who votes", ElectionWords.place(frame.line)),
        Facts.Line(
          "Nominations",
          ElectionWords.window(schedule.nominateFrom, schedule.nominateUntil, zone)),
        Facts.Line(
          "Voting", ElectionWords.window(schedule.voteFrom, schedule.voteUntil, zone)),
        Facts.Line("Clock", visit.settings.timeZoneName),
        Facts.Line("Count", ElectionWords.method(election.method).word),
        Facts.Line("Rule", election.method.words),
        Facts.Line(
          "Limit",
          election.onePer == .anyone
            ? nil : ElectionWords.onePer(election.onePer, visit.words)),
        Facts.Line(
          "Abstaining", election.allowsAbstaining ? "A paper may name nobody." : "Not foreseen."),
        Facts.Line("Ties", "A lot, whose seed is published."),
        Facts.Line("Election officer", election.officer.flatMap { names[$0] }),
      ])
    }
  }

  private var roll: HTML {
    Card.of("The roll") {
      Facts.of([
        Facts.Line("Day of the roll", election.schedule.rollOn.map(When.day)),
        Facts.Line(
          "May vote",
          figures.count.map {
            visit.words.counted($0, .trainee)
              + (election.isRollFrozen ? "" : ", as the roster stands now")
          }),
        Facts.Line("Added by corrections", Figures.grouped(figures.added)),
        Facts.Line("Corrections refused", Figures.grouped(figures.refused)),
      ])
      p(.class("soft")) {
        visit.words(
          "Nobody sees a list of the roll: who is missing from it could be read there, and why. "
            + "It is frozen when voting is opened, and nobody is added once voting is over.")
      }
      if frame.runs, !election.isRollFrozen, election.schedule.rollOn != nil {
        p {
          a(.href(ElectionPath.electorate.location(frame.id))) { "Look at the count and a sample" }
        }
      }
      if frame.isOfficer, election.state != .draft {
        p {
          a(.href(ElectionPath.corrections.location(frame.id))) {
            "Corrections (\(figures.waiting) waiting)"
          }
        }
      }
    }
  }
}
