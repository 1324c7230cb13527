import Elections
import HTML
import Kernel

/// The steps that those who run an election take, each with one button.
struct RunningButtons: Sendable {
  let page: ElectionPage
  let checklist: Checklist

  private var visit: Visit { page.visit }
  private var id: ElectionID { page.frame.id }

  var markup: HTML {
    div(.class("acts")) {
      switch page.election.state {
      case .draft: draft
      case .nominating: nominating
      case .voting, .closed, .certified, .calledOff: HTML.nothing
      }
    }
  }

  @HTMLBuilder private var draft: HTML {
    if checklist.isReady(for: .announcing) {
      Form.button(
        visit, "Announce it", ElectionPath.announce.location(id), style: "btn primary")
    }
    Form.button(
      visit, "Throw the draft away", ElectionPath.discard.location(id), style: "btn quiet")
  }

  @HTMLBuilder private var nominating: HTML {
    if checklist.isReady(for: .opening) {
      Form.button(visit, "Open the voting", ElectionPath.open.location(id), style: "btn primary")
    }
    if page.frame.isOfficer, case .uncontested = page.contest, nominationsAreOver {
      Form.button(
        visit, "Declare them elected without a vote", ElectionPath.declare.location(id),
        style: "btn primary")
    }
    if page.frame.runs {
      a(.class("btn quiet"), .href(ElectionPath.callOff.location(id))) { "Call it off" }
    }
  }

  private var nominationsAreOver: Bool {
    page.election.schedule.nominateUntil.map { $0 <= page.frame.now } ?? false
  }
}
