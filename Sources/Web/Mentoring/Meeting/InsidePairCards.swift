import HTML
import Kernel
import Mentoring
import SQLStore

/// What the two of a pair see of it and nobody else: agreement, goals, meetings, how it goes.
struct InsidePairCards: Sendable {
  let visit: Visit
  let pair: MentoringPair
  let names: [PersonID: String]
  let agreements: [Agreement]
  let goals: [PairGoal]
  let checkIns: [CheckIn]
  let nextMeeting: NextMeeting?
  let pulse: Pulse?
  let hours: WeekHours
  /// The names of the others of the group.
  let group: [String]
  init(
    _ pair: MentoringPair, _ cycle: MentoringCycle, names: [PersonID: String], _ visit: Visit,
    _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.pair = pair
    self.names = names
    agreements = try Agreement.all(of: pair.id, viewer: viewer, reader: reader)
    goals = try PairGoal.all(of: pair.id, viewer: viewer, reader: reader)
    checkIns = try CheckIn.all(of: pair.id, viewer: viewer, reader: reader)
    nextMeeting = try NextMeeting.of(pair.id, viewer: viewer, reader: reader)
    pulse = try Pulse.own(of: pair.id, viewer: viewer, reader: reader).first
    hours = try SharedHours.of(pair.id, viewer: viewer, reader: reader)
    group = try MentoringGroup.others(of: pair.id, viewer: viewer, reader: reader)
  }

  /// Whether the two have found together: they agreed, planned or met.
  var hasBegun: Bool { !agreements.isEmpty || !checkIns.isEmpty || nextMeeting != nil }

  private var side: PairSide { pair.mentee == visit.viewer.person ? .mentee : .mentor }
  private var goesOn: Bool { pair.state == .active }

  private func name(_ side: PairSide) -> String {
    names[side == .mentee ? pair.mentee : pair.mentor] ?? ""
  }

  @HTMLBuilder var markup: HTML {
    if goesOn, let pulse { pulseCard(pulse) }
    if !group.isEmpty { groupCard }
    agreementCard
    goalsCard
    meetingsCard
    if goesOn { endCard }
  }

  private func pulseCard(_ pulse: Pulse) -> HTML {
    let filled = PersonForm.filled(FormState(), [("answer", pulse.answer?.rawValue ?? "")])
    return Card.of("How is it going?") {
      Form.of(visit, MentoringPath.pulse.location(pulse.id), filled) {
        Field("answer", "Your answer", seenBy: "you alone, unless you say so below").picks(
          filled,
          [
            (Pulse.Answer.well.rawValue, "Well", nil),
            (Pulse.Answer.slowly.rawValue, "Slowly, but it goes", nil),
            (Pulse.Answer.not.rawValue, "It does not work", nil),
          ])
        Tick.of(
          "tells_office", visit.words("Let the {office} know if it does not work"), isOn: false)
        Form.acts(pulse.answer == nil ? "Answer" : "Change your answer")
      }
    }
  }

  private var groupCard: HTML {
    Card.of("Your group") {
      p { "You meet together with:" }
      ul(.class("list")) { for name in group { li { bdi { name } } } }
    }
  }

  private var agreementCard: HTML {
    Card.of("Your agreement") {
      p(.class("sees")) {
        visit.words("Seen by: the two of you. The {office} sees whether both have signed.")
      }
      if let latest = agreements.first {
        agreement(latest)
      } else {
        p { "Nothing is written down yet. Ten minutes in the first meeting are enough." }
      }
      if goesOn {
        a(.class("btn"), .href(MentoringPath.agree.location(pair.id))) {
          agreements.isEmpty ? "Write it" : "Propose a change"
        }
      }
    }
  }

  @HTMLBuilder private func agreement(_ latest: Agreement) -> HTML {
    Badge.of(
      latest.holds ? "signed by both" : "waits for a signature", latest.holds ? .good : .warn)
    facts(latest)
    if goesOn, !latest.isSigned(by: side) {
      Form.button(
        visit, "Sign it", MentoringPath.sign.location(pair.id), style: "btn primary",
        hidden: [("version", String(latest.version))])
    } else if !latest.holds {
      p(.class("soft")) {
        (latest.isSigned(by: side)
          ? "\(name(side == .mentee ? .mentor : .mentee)) has not signed" : "You have not signed")
          + (goesOn ? " yet." : ".")
      }
    }
    if !latest.holds, let held = agreements.first(where: \.holds) { inForce(held, latest) }
  }

  /// What both signed before a change was proposed, and the way to leave it at that.
  @HTMLBuilder private func inForce(_ held: Agreement, _ proposed: Agreement) -> HTML {
    h3 { goesOn ? "Holds until both have signed the change" : "Held until the end" }
    facts(held)
    if goesOn {
      Form.button(
        visit, "Keep what holds", MentoringPath.keepWhatHolds.location(pair.id),
        hidden: [("version", String(proposed.version))])
    }
  }

  private func facts(_ agreement: Agreement) -> HTML {
    Facts.of([
      Facts.Line("Version", String(agreement.version)),
      Facts.Line("Aims", Paragraphs.of(agreement.terms.aims)),
      Facts.Line("Meet", CycleFacts.every(agreement.terms.meetEvery)),
      Facts.Line("Stays between us", Paragraphs.of(agreement.terms.confidence)),
      Facts.Line("Until", When.day(agreement.terms.endsOn)),
    ])
  }

  private var goalsCard: HTML {
    Card.of("Goals") {
      if goals.isEmpty { p(.class("soft")) { "No goal yet." } }
      ul(.class("list")) { for goal in goals { line(goal) } }
      if goesOn {
        a(.class("btn"), .href(MentoringPath.addGoal.location(pair.id))) { "Add a goal" }
      }
    }
  }

  private func line(_ goal: PairGoal) -> HTML {
    li {
      span {
        bdi { goal.title }
        small {
          " " + name(goal.owner) + (goal.dueOn.map { ", until \(When.day($0))" } ?? "")
        }
        if goal.state != .open {
          " "
          Badge.of(
            goal.state == .reached ? "reached" : "dropped",
            goal.state == .reached ? .good : .neutral)
        }
      }
      if goesOn {
        let next: [(PairGoal.State, String)] =
          goal.state == .open
          ? [(.reached, "Reached"), (.dropped, "Drop")] : [(.open, "Open again")]
        for (state, label) in next {
          Form.button(
            visit, label, MentoringPath.setGoal.location(goal.id), style: "btn small",
            hidden: [("state", state.rawValue)])
        }
      }
    }
  }

  private var meetingsCard: HTML {
    Card.of("Meetings") {
      p(.class("sees")) {
        visit.words(
          pair.shape == .peers
            ? "Seen by: the two of you. The {office} sees the days."
            : "Seen by: the two of you. The {office} sees the days, and the mentor's hours added "
              + "up.")
      }
      if goesOn { planned }
      ul(.class("list")) { for one in checkIns { line(one) } }
      if goesOn {
        a(.class("btn"), .href(MentoringPath.checkIn.location(pair.id))) { "Note a meeting" }
      }
    }
  }

  /// When they meet next, or when both have time.
  @HTMLBuilder private var planned: HTML {
    if let nextMeeting {
      let isOver = nextMeeting.endsAt < visit.viewer.now
      p {
        strong { isOver ? "Planned was: " : "Next: " }
        When.within(nextMeeting.beginsAt, visit) + ", \(nextMeeting.minutes) minutes"
        if !nextMeeting.place.isEmpty { ", " + nextMeeting.place }
      }
      div(.class("acts")) {
        a(.class("btn"), .href(MentoringPath.nextMeeting.location(pair.id))) {
          isOver ? "Plan the next one" : "Move it"
        }
        if !isOver {
          Form.button(
            visit, "Call it off", MentoringPath.callOff.location(pair.id),
            hidden: [(NextMeetingDraft.Field.seen, nextMeeting.mark)])
        }
      }
    } else {
      let suggested = MentoringWords.hours(hours)
      if !suggested.isEmpty {
        p { "Both of you have time: \(suggested.joined(separator: "; "))." }
      }
      a(.class("btn"), .href(MentoringPath.nextMeeting.location(pair.id))) { "Plan the next one" }
    }
  }

  private func line(_ one: CheckIn) -> HTML {
    li {
      div {
        p { "\(When.day(one.metOn)), \(one.minutes) minutes, \(MentoringWords.manner(one.manner))" }
        if let own = one.own {
          p(.class("soft")) { own.isShared ? "Your note, for both:" : "Your note, for you alone:" }
          Paragraphs.of(own.text)
        }
        if let others = one.others {
          p(.class("soft")) { "From \(name(side == .mentee ? .mentor : .mentee)):" }
          Paragraphs.of(others)
        }
      }
      if goesOn {
        div(.class("acts")) {
          a(.class("btn small"), .href(MentoringPath.note.location(one.id))) {
            one.own == nil ? "Add a note" : "Change your note"
          }
          if one.isViewers {
            Form.button(
              visit, "Take back", MentoringPath.takeBackCheckIn.location(one.id),
              style: "btn small")
          }
        }
      }
    }
  }

  private var endCard: HTML {
    Card.of("Coming to an end") {
      p { "Either of you can end it at any time. No reason is asked, and it is nobody's fault." }
      a(.class("btn"), .href(MentoringPath.end.location(pair.id))) { "End the pair" }
    }
  }
}
