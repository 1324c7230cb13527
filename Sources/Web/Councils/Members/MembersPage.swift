import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// Who belongs to an organization, as far as each of them lets the reader see it.
struct MembersPage: Sendable {
  let frame: OrganizationFrame
  let card: MembershipCard
  let count: PublishedCount
  let years: [MembershipYear]
  let roster: Listed<MemberLine>
  let officers: OfficerList
  let guests: [Guest]?

  private var visit: Visit { frame.visit }
  private var organization: Organization { frame.organization }

  init(
    _ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader,
    state: FormState = FormState()
  ) throws {
    frame = try OrganizationFrame(id, visit, reader)
    card = try MembershipCard(frame, reader, state: state)
    let viewer = visit.viewer
    count = try PublishedCount.of(
      frame.organization, viewer: viewer, settings: visit.settings, reader: reader)
    years = try MembershipYear.all(
      of: frame.organization, viewer: viewer, settings: visit.settings, reader: reader)
    roster = try Membership.roster(
      of: frame.organization,
      at: ListPlace(after: visit.query["after"], before: visit.query["before"]), viewer: viewer,
      reader: reader)
    officers = try OfficerList(frame, reader)
    let seesGuests = frame.belonging.mayRead || viewer.mayKeepOrganizations
    guests =
      seesGuests ? try Guest.all(in: frame.organization, viewer: viewer, reader: reader) : nil
  }

  var page: Page {
    frame.page(.members) {
      div(.class("split")) {
        div(.class("stack")) {
          card.whole
          if organization.joining == .open { list }
          officers.markup
        }
        div(.class("stack")) {
          if organization.joining == .open { numbers }
          if let guests { GuestList(frame: frame, guests: guests).markup }
        }
      }
    }
  }

  private var list: HTML {
    Card.of("Members who are listed") {
      p(.class("soft")) { "Each of them chose who sees them. Others may be members too." }
      if roster.entries.isEmpty {
        p { "Nobody is listed for you." }
      } else {
        table {
          caption(.class("vh")) { "Members who are listed, by name" }
          Cells.head(["Name", "As", visit.words("{Program}"), ""])
          tbody { for line in roster.entries { row(line) } }
        }
        Pager.of(
          "", previous: roster.previous.map { place("before", $0) },
          next: roster.next.map { place("after", $0) })
        p { a(.href(MemberPath.export.location(frame.id))) { "Download this list (CSV)" } }
      }
    }
  }

  private func row(_ line: MemberLine) -> HTML {
    tr {
      Cells.name(line.name, PeoplePath.person.location(line.person))
      Cells.text(MemberWords.capacity(line.capacity, visit.words))
      Cells.text(line.programName)
      td { if line.ownVisibility == .nobody { Badge.of("Only you see this line", .info) } }
    }
  }

  private var numbers: HTML {
    Card.of("How many") {
      p { b { MemberWords.count(count) } }
      p(.class("soft")) { MemberWords.countHint }
      if !years.isEmpty {
        Fold.of("Academic years that are over") {
          ul {
            for year in years {
              li {
                year.numbers.map { "\(year.name): \($0.joined) joined, \($0.departed) left" }
                  ?? "\(year.name): too few to be shown"
              }
            }
          }
        }
      }
    }
  }

  private func place(_ name: String, _ position: String) -> Location {
    MemberPath.members.location(frame.id, query: [(name, position)])
  }
}

/// Who reads along without being a member.
struct GuestList: Sendable {
  let frame: OrganizationFrame
  let guests: [Guest]

  var markup: HTML {
    Card.of("Guests") {
      p(.class("soft")) { "They read what members write, and are no members." }
      if guests.isEmpty { p { "Nobody." } }
      ul(.class("list")) {
        for guest in guests {
          li {
            div {
              b { bdi { guest.name } }
              br()
              small { guest.why }
            }
            if frame.runs || guest.person == frame.visit.viewer.person {
              Form.button(
                frame.visit, "End access of \(guest.name)", MemberPath.endGuest.location(guest.id),
                style: "btn small")
            }
          }
        }
      }
      if frame.runs, frame.organization.isOpen(on: frame.visit.viewer.today) {
        p {
          a(.class("btn small"), .href(MemberPath.addGuest.location(frame.id))) { "Let a guest in" }
        }
      }
    }
  }
}
