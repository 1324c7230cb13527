import Councils
import HTML
import Kernel
import SQLStore

/// What the reader has to do with an organization: join, choose who sees it, leave.
struct MembershipCard: Sendable {
  let frame: OrganizationFrame
  let mayJoin: Bool
  let state: FormState

  private var visit: Visit { frame.visit }

  init(
    _ frame: OrganizationFrame, _ reader: any SQLReader, state: FormState = FormState()
  ) throws {
    self.frame = frame
    self.state = state
    mayJoin =
      try frame.belonging.membership == nil
      && Membership.mayJoin(frame.organization, viewer: frame.visit.viewer, reader: reader)
  }

  /// One click, with what it means beside it.
  @HTMLBuilder var short: HTML {
    if let membership = frame.belonging.membership {
      Card.of("You are a member") {
        p { "Seen by: \(MemberWords.label(membership.visibility).lowercased())." }
        p {
          a(.href(MemberPath.members.location(frame.id))) { "Choose who sees you, or leave" }
        }
      }
    } else if mayJoin {
      join
    }
  }

  /// The same with the choices.
  @HTMLBuilder var whole: HTML {
    if let membership = frame.belonging.membership {
      Card.of("You are a member") {
        choice(membership)
        p {
          a(.class("btn"), .href(MemberPath.leave.location(frame.id))) { "Leave" }
        }
      }
    } else if mayJoin {
      join
    }
  }

  private var join: HTML {
    Card.of("Join") {
      p {
        "Nobody sees that you joined until you choose so. You can leave at any time."
      }
      Form.button(
        visit, "Join", MemberPath.join.location(frame.id), style: "btn primary")
    }
  }

  private func choice(_ membership: Membership) -> HTML {
    let filled = PersonForm.filled(
      state, [(Membership.visibilityField, membership.visibility.rawValue)])
    return Form.of(visit, MemberPath.visibility.location(frame.id), filled) {
      Field(
        Membership.visibilityField, "Who may see that you are a member?",
        seenBy: "you",
        hint: "Names in a council's seats, of officers and above posts are seen in any case."
      ).picks(filled, MemberWords.choices())
      Form.acts("Save")
    }
  }
}
