import Councils
import HTML
import Kernel
import Roster
import SQLStore

/// The form that puts someone forward for a seat.
struct NominationForm: Sendable {
  let frame: OrganizationFrame
  let rule: SeatRule
  let unit: Scope
  let place: SeatPlace?
  let state: FormState

  private var visit: Visit { frame.visit }

  init(
    _ address: SeatAddress, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let (rule, organization) = try SeatRule.find(
      address.rule, viewer: visit.viewer, reader: reader)
    frame = try OrganizationFrame(organization.id, visit, reader)
    self.rule = rule
    unit = try Self.unit(address, rule)
    let seats = try SeatList.of(organization, viewer: visit.viewer, reader: reader)
    let unit = unit
    place = seats.rules.first { $0.rule.id == rule.id }?.places.first { $0.unit == unit }
    guard place != nil else { throw Absent() }
    self.state = try PersonForm.filled(
      state, [(PersonPick.field, Self.suggested(visit, unit, reader))])
  }

  static func unit(_ address: SeatAddress, _ rule: SeatRule) throws -> Scope {
    guard let unit = rule.kind.unit(address.unit) else { throw Absent() }
    return unit
  }

  /// A trainee most often stands themselves.
  private static func suggested(
    _ visit: Visit, _ unit: Scope, _ reader: any SQLReader
  ) throws -> String {
    guard let person = visit.viewer.person else { return "" }
    let entry = try Directory.entry(of: person, viewer: visit.viewer, reader: reader)
    return entry.capacity == .trainee ? entry.address ?? entry.name : ""
  }

  var page: Page {
    frame.page(below: "Put someone forward", subtitle: subtitle) {
      taken
      if rule.needsRelease {
        Form.of(
          visit, SeatPath.nominate.location(SeatAddress(Seat(rule: rule.id, unit: unit))), state
        ) {
          person
          statement
          term
          if rule.alternates > 0 { alternate }
          Form.acts("Put forward", cancel: OrganizationPath.seats.location(frame.id))
        }
      } else {
        NoticeBox.of(.info, OrganizationWords.seatKind(rule.kind, visit.words) + ".")
      }
    }
  }

  private var subtitle: String {
    rule.title + (place?.name.map { ", \($0)" } ?? "")
  }

  private static let seen =
    "them, whoever puts them forward, those who answer for their {program}, the {office}"

  private var person: HTML {
    Field(
      PersonPick.field, visit.words("{Trainee}"), seenBy: visit.words(Self.seen),
      hint: visit.words(
        "Yourself, or {a trainee} of a {program} that you coordinate or direct. A name or a mail "
          + "address.")
    ).text(state, type: "text", .named("autocomplete", "off"))
  }

  private var statement: HTML {
    Field(
      NominationDraft.Field.statement, "Why", seenBy: visit.words(Self.seen), isOptional: true
    ).lines(state, rows: 3)
  }

  private var term: HTML {
    let next = AcademicYear(
      containing: visit.viewer.today, start: visit.settings.yearStart
    ).next
    return Field(
      NominationDraft.Field.startsOn, "The term begins", seenBy: visit.words(Self.seen)
    ).choice(
      state,
      [
        ("", "At once"),
        (next.firstDay.text, "With the year \(next.name), \(When.day(next.firstDay))"),
      ])
  }

  private var alternate: HTML {
    Tick.of(
      NominationDraft.Field.asAlternate, "Wait as an alternate where the seat is taken",
      hint: "Whoever waits moves up when the seat becomes vacant.",
      isOn: state.fields[NominationDraft.Field.asAlternate] == OrganizationDraft.Field.yes)
  }

  @HTMLBuilder private var taken: HTML {
    let today = visit.viewer.today
    if let place, place.holders(on: today).count >= place.seats {
      NoticeBox.of(.info, heading: "This seat is taken") {
        for holder in place.holders(on: today) {
          p {
            bdi { holder.name }
            " sits there until \(When.day(holder.endsOn))."
          }
        }
      }
    }
    if let place, place.awaiting > 0 {
      NoticeBox.of(
        .info,
        Figures.counted(place.awaiting, "person is", "people are")
          + " put forward already. Whoever is released first has the seat.")
    }
  }
}
