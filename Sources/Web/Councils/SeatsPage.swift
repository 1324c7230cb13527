import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// Who sits in an organization, seat by seat, and who is missing.
struct SeatsPage: Sendable {
  let frame: OrganizationFrame
  let seats: SeatList
  let awaiting: [NominationLine]
  let past: [PastSeating]
  /// The rule whose places alone are shown, and from which on; nil where all rules are.
  private let chosen: (rule: ID<SeatRule>, from: String)?

  /// How many places of a rule a page holds.
  private static let most = 20

  private var visit: Visit { frame.visit }
  private var today: Day { visit.viewer.today }

  init(_ id: OrganizationID, _ visit: Visit, _ reader: any SQLReader) throws {
    frame = try OrganizationFrame(id, visit, reader)
    seats = try SeatList.of(frame.organization, viewer: visit.viewer, reader: reader)
    awaiting = try NominationLine.awaiting(
      in: frame.organization, viewer: visit.viewer, reader: reader)
    past = try PastSeating.of(frame.organization, viewer: visit.viewer, reader: reader)
    chosen = ID<SeatRule>(given: visit.query["rule"]).map { rule in
      (rule, visit.query["from"])
    }
  }

  var page: Page {
    frame.page(.seats, actions: actions) {
      if seats.rules.isEmpty { empty }
      if !awaiting.isEmpty { waiting }
      for (rule, places) in seats.rules where chosen.map({ $0.rule == rule.id }) ?? true {
        card(rule, places)
      }
      if !past.isEmpty { earlier }
    }
  }

  private var earlier: HTML {
    Fold.of("Who sat here before") {
      table(.class("dense")) {
        caption(.class("vh")) { "Who sat here before" }
        Cells.head(["Who", "Seat", "From", "Until"])
        tbody { for one in past { row(one) } }
      }
    }
  }

  private func row(_ one: PastSeating) -> HTML {
    // A record keeps the name that the organization had then.
    let place = [
      one.organizationName == frame.organization.name ? nil : one.organizationName,
      one.seatTitle, one.unitName,
    ]
    return tr {
      Cells.name(one.name, PeoplePath.person.location(one.person))
      td { bdi { place.compactMap(\.self).joined(separator: ", ") } }
      td(.class("fix"), .named("data-label", "From")) { When.day(one.startsOn) }
      td(.class("fix"), .named("data-label", "Until")) { When.day(one.lastDay) }
    }
  }

  private var actions: HTML {
    frame.mayGiveSeats
      ? a(.class("btn"), .href(OrganizationPath.addSeats.location(frame.id))) { "Add seats" }
      : .nothing
  }

  private var empty: HTML {
    EmptyState.of(
      "It has no seats",
      visit.words(
        "A council can have a seat for each {department}, seats at large, seats that come with a "
          + "role.")
    ) {
      if frame.mayGiveSeats {
        p {
          a(.class("btn primary"), .href(OrganizationPath.addSeats.location(frame.id))) {
            "Add seats"
          }
        }
      }
    }
  }

  private var waiting: HTML {
    Card.of("Awaiting approval") {
      p(.class("sees")) {
        visit.words(
          "Seen by: whoever is put forward or did it, " + OrganizationWords.answering)
      }
      NominationTable(visit: visit, lines: awaiting, isUnderHeading: true).markup
    }
  }

  private func card(_ rule: SeatRule, _ places: [SeatPlace]) -> HTML {
    Card.of(rule.title) {
      p(.class("soft")) { about(rule) }
      if rule.kind == .exOfficio {
        holders(byRole: seats.exOfficio[rule.id] ?? [])
      } else {
        let part = ListPart(places, from: chosen?.from ?? "", size: Self.most)
        SeatTable(visit: visit, rule: rule, places: Array(part.shown)).markup
        part.pager { location(rule, from: $0) }
      }
      if frame.mayGiveSeats { p { acts(rule) } }
    }
  }

  private func location(_ rule: SeatRule, from: Int) -> Location {
    OrganizationPath.seats.location(
      frame.id, query: [("rule", rule.id.text), ("from", String(from))])
  }

  private func about(_ rule: SeatRule) -> String {
    var parts = [OrganizationWords.seatKind(rule.kind, visit.words)]
    if rule.seats > 1 { parts.append("\(rule.seats) seats") }
    if rule.kind != .exOfficio {
      parts.append(rule.years == 1 ? "terms of one year" : "terms of \(rule.years) years")
    }
    parts.append(rule.votes ? "votes" : "without a vote")
    return parts.joined(separator: " · ")
  }

  private func acts(_ rule: SeatRule) -> HTML {
    .group([
      rule.kind == .appointed
        ? .group([
          a(.class("btn small"), .href(SeatPath.appoint.location(rule.id))) { "Appoint" }, " ",
        ]) : .nothing,
      a(
        .class("btn small quiet"), .href(SeatPath.editRule.location(rule.id)),
        .aria(.label, "Edit the seats: \(rule.title)")
      ) { "Edit" },
    ])
  }

  private func holders(byRole holders: [RoleGrant.Holder]) -> HTML {
    guard !holders.isEmpty else {
      return p(.class("soft")) { "Nobody holds the role today." }
    }
    return ul(.class("list")) {
      for holder in holders {
        li {
          Picture.of(holder.name)
          div {
            a(.href(PeoplePath.person.location(holder.person)), .named("dir", "auto")) {
              holder.name
            }
            br()
            small { "since \(When.day(holder.since))" }
          }
        }
      }
    }
  }
}

/// The seats that one rule gives, place by place.
struct SeatTable: Sendable {
  let visit: Visit
  let rule: SeatRule
  let places: [SeatPlace]

  private var today: Day { visit.viewer.today }

  var markup: HTML {
    table(.class("dense")) {
      caption(.class("vh")) { rule.title }
      Cells.head(
        [visit.words(placeHeading), "Stands", "Who"] + (rule.needsRelease ? ["Next"] : []))
      tbody { for place in places { row(place) } }
    }
  }

  private var placeHeading: String {
    switch rule.kind {
    case .eachDepartment: "{Department}"
    case .eachProgram: "{Program}"
    case .eachSite: "{Site}"
    case .atLarge, .exOfficio, .appointed, .peerSelected: "Seats"
    }
  }

  private func row(_ place: SeatPlace) -> HTML {
    let (word, tone) = OrganizationWords.state(place.state(on: today))
    let held = place.holders(on: today).count
    return tr(.id(place.unit.id ?? rule.id.text)) {
      Cells.name {
        bdi { place.name ?? Figures.counted(place.seats, "seat", "seats") }
      }
      Cells.labeled(
        "Stands",
        .group([
          Badge.of(word, tone),
          place.seats > 1 ? .text(" \(held) of \(place.seats)") : .nothing,
        ]))
      place.occupants.isEmpty
        ? td() : Cells.labeled("Who", .group(place.occupants.map { one($0) }))
      if rule.needsRelease {
        Cells.labeled("Next", nominate(place, isFilled: held == place.seats))
      }
    }
  }

  private func nominate(_ place: SeatPlace, isFilled: Bool) -> HTML {
    a(
      .classes("btn small", isFilled ? "quiet" : ""),
      .href(SeatPath.nominate.location(SeatAddress(Seat(rule: rule.id, unit: place.unit)))),
      .aria(.label, "Put someone forward: \(place.name ?? rule.title)")
    ) { isFilled ? "Who comes next" : "Put someone forward" }
  }

  private func one(_ occupant: Occupant) -> HTML {
    div {
      a(.href(PeoplePath.person.location(occupant.person)), .named("dir", "auto")) {
        occupant.name
      }
      " "
      small { words(occupant) }
      if occupant.person == visit.viewer.person || visit.viewer.mayKeepOrganizations {
        " "
        a(
          .class("small"), .href(SeatPath.seating.location(occupant.seating)),
          .aria(.label, "Change the seat of \(occupant.name)")
        ) { "Change" }
      }
    }
  }

  private func words(_ occupant: Occupant) -> String {
    let term =
      occupant.startsOn > today
      ? "from \(When.day(occupant.startsOn)) to \(When.day(occupant.endsOn))"
      : "until \(When.day(occupant.endsOn))"
    let evidence = occupant.evidence.isEmpty ? "" : ", \(occupant.evidence)"
    return switch occupant.place {
    case .holder: term + evidence
    case .alternate: "alternate, " + term
    case .deputy: "deputy, " + term
    }
  }
}
