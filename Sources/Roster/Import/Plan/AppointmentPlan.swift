import Kernel

/// What becomes of someone's appointments when a row of a roster speaks of one.
///
/// A row that overlaps an appointment in the same program speaks of that one. A row for another
/// program ends what is open there on the day before its start, as transferred, and begins a new
/// one; a last day to come is kept as a plan. A row that overlaps nothing is a new appointment: a
/// returning person, or another year.
struct AppointmentPlan: Equatable {
  /// What a row says, with nil for what it leaves open.
  struct Wanted: Equatable {
    let program: ProgramID
    let site: SiteID?
    let level: Int
    let standing: Standing?
    let startsOn: Day
    let endsOn: Day
    let today: Day
  }

  /// An appointment before and after.
  struct Update: Equatable {
    let before: Appointment
    let after: Appointment
  }

  private(set) var updates: [Update] = []
  private(set) var inserted: Appointment?
  /// The appointment that the row speaks of, as it stands afterwards.
  private(set) var meant: Appointment
  /// The appointment that the row replaces or changes, as it stood before.
  private(set) var replaced: Appointment?

  init(
    _ wanted: Wanted, of person: PersonID, among existing: [Appointment],
    newID: () -> ID<Appointment>
  ) {
    let overlapping = existing.filter(wanted.overlaps)
    if let match = Self.match(wanted, overlapping.filter { $0.program == wanted.program }) {
      meant = wanted.applied(to: match)
      replaced = match
      if meant != match { updates = [Update(before: match, after: meant)] }
      return
    }
    let open = overlapping.filter { $0.program != wanted.program && !$0.standing.isEnded }
    let earlier = open.filter { $0.startsOn < wanted.startsOn }
    for before in earlier {
      updates.append(Update(before: before, after: wanted.leaving(before)))
    }
    replaced = Self.last(earlier)
    // One that begins no earlier cannot end before: it was meant for this program all along.
    if let mistaken = open.filter({ $0.startsOn >= wanted.startsOn }).min(by: Self.isEarlier) {
      meant = wanted.applied(to: mistaken)
      replaced = mistaken
      updates.append(Update(before: mistaken, after: meant))
    } else {
      meant = wanted.made(newID(), for: person)
      inserted = meant
    }
  }

  /// Whether nothing changes.
  var isEmpty: Bool { updates.isEmpty && inserted == nil }

  /// Whether training that was going on is over.
  var ends: Bool {
    meant.standing.isEnded
      && updates.contains { !$0.before.standing.isEnded && $0.after.standing.isEnded }
  }

  /// All appointments as they stand afterwards.
  func applied(to existing: [Appointment]) -> [Appointment] {
    existing.map { appointment in
      updates.first { $0.before.id == appointment.id }?.after ?? appointment
    } + (inserted.map { [$0] } ?? [])
  }

  /// The one with the same start, else one that is not over, else the last.
  private static func match(_ wanted: Wanted, _ candidates: [Appointment]) -> Appointment? {
    candidates.first { $0.startsOn == wanted.startsOn && !$0.standing.isEnded }
      ?? candidates.first { $0.startsOn == wanted.startsOn }
      ?? last(candidates.filter { !$0.standing.isEnded }) ?? last(candidates)
  }

  private static func last(_ appointments: [Appointment]) -> Appointment? {
    appointments.max(by: isEarlier)
  }

  private static func isEarlier(_ left: Appointment, _ right: Appointment) -> Bool {
    (left.startsOn, left.id) < (right.startsOn, right.id)
  }
}

extension AppointmentPlan.Wanted {
  func overlaps(_ appointment: Appointment) -> Bool {
    appointment.startsOn <= endsOn && startsOn <= appointment.endsOn
  }

  /// An appointment with all that the row says; a site or standing that it leaves open stays.
  func applied(to before: Appointment) -> Appointment {
    var after = before
    after.program = program
    after.site = site ?? before.site
    after.level = level
    if level != before.level { after.levelSince = today }
    after.standing = standing ?? before.standing
    (after.startsOn, after.endsOn) = (startsOn, endsOn)
    // Other days, another plan: what was decided for the old last day is off.
    if endsOn != before.endsOn || after.standing.isEnded { after.endsAs = nil }
    return after
  }

  /// An appointment in another program that ends because this one begins.
  func leaving(_ before: Appointment) -> Appointment {
    var after = before
    after.endsOn = startsOn.adding(days: -1)
    let isOver = after.endsOn < today
    after.standing = isOver ? .transferred : before.standing
    after.endsAs = isOver ? nil : .transferred
    return after
  }

  func made(_ id: ID<Appointment>, for person: PersonID) -> Appointment {
    Appointment(
      id: id, person: person, program: program, site: site, level: level,
      standing: standing ?? .active, startsOn: startsOn, endsOn: endsOn, levelSince: today)
  }
}
