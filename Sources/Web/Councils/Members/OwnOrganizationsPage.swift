import Councils
import HTML
import Kernel
import SQLStore

/// What the reader belongs to, and what they are asked: nobody else opens it for them.
struct OwnOrganizationsPage: Sendable {
  let visit: Visit
  let memberships: [OwnMembership]
  let offices: [OwnOffice]

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    memberships = try OwnMembership.all(viewer: visit.viewer, reader: reader)
    offices = try OwnOffice.all(viewer: visit.viewer, reader: reader)
  }

  var page: Page {
    Page(
      "Your organizations", in: .organizations,
      under: [.init("Organizations", OrganizationPath.list.location())],
      subtitle: "Only you see this page."
    ) {
      for offer in offices where offer.isOffer { asked(offer) }
      if memberships.isEmpty, offices.isEmpty {
        EmptyState.of(
          "You belong to none yet", "Look at the organizations, and join with one click."
        ) {
          p { a(.class("btn primary"), .href(OrganizationPath.list.location())) { "Look" } }
        }
      }
      if !memberships.isEmpty { Card.of("Memberships") { list } }
      if offices.contains(where: { !$0.isOffer }) { Card.of("As an officer") { held } }
    }
  }

  private func asked(_ offer: OwnOffice) -> HTML {
    NoticeBox.of(.info, heading: "Will you be \(offer.officer.title)?") {
      p {
        bdi { offer.organizationName }
        " asks you, \(OfficerList.term(offer.officer)). If you accept, everyone who finds the "
        "organization reads your name and title. If you decline, nothing of it is kept."
      }
      div(.class("acts")) {
        Form.button(
          visit, "Accept", MemberPath.acceptOffice.location(offer.officer.id),
          style: "btn primary")
        Form.button(visit, "Decline", MemberPath.declineOffice.location(offer.officer.id))
      }
    }
  }

  private var list: HTML {
    ul(.class("list")) {
      for one in memberships {
        li {
          div {
            if one.leaving == nil {
              a(.href(MemberPath.members.location(one.organization)), .named("dir", "auto")) {
                one.organizationName
              }
            } else {
              bdi { one.organizationName }
            }
            br()
            small { Self.words(one, visit) }
          }
        }
      }
    }
  }

  private static func words(_ one: OwnMembership, _ visit: Visit) -> String {
    if let leaving = one.leaving {
      return "You left \(When.within(leaving.at, visit)). "
        + "That is forgotten on \(When.day(leaving.forgottenOn))."
    }
    return "Member since \(When.within(one.joinedAt, visit)). "
      + "Seen by: \(MemberWords.label(one.visibility).lowercased())."
  }

  private var held: HTML {
    ul(.class("list")) {
      for one in offices where !one.isOffer {
        li {
          div {
            b { one.officer.title }
            ", "
            bdi { one.organizationName }
            br()
            small {
              OfficerList.term(one.officer)
                + (one.officer.endedAt.map { ", ended \(When.within($0, visit))" } ?? "")
            }
          }
          if one.officer.endedAt == nil {
            Form.button(
              visit, "Step down", MemberPath.endOffice.location(one.officer.id),
              style: "btn small")
          }
        }
      }
    }
  }
}
