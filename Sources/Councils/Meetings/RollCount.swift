import Kernel
import Roster

/// Puts people who are here into the seats for which they came.
struct RollCount {
  private let here: Set<PersonID>
  private(set) var lines: [Roll.Line] = []
  private var seated: Set<PersonID> = []
  private var vacant = 0

  init(here: Set<PersonID>) {
    self.here = here
  }

  /// Those who sit by a role: nobody sits in for them.
  mutating func add(_ holders: [RoleGrant.Holder], _ rule: SeatRule) {
    for holder in holders {
      let isHere = here.contains(holder.person)
      if isHere { seated.insert(holder.person) }
      lines.append(
        Roll.Line(
          seatTitle: rule.title, unitName: nil, votes: rule.votes, isPeerSelected: false,
          holder: holder.person, name: holder.name, state: isHere ? .present : .absent,
          standIn: nil, alternates: []))
    }
  }

  /// The seats of a place. Deputies sit in before alternates, each for one seat.
  mutating func add(_ place: SeatPlace, _ rule: SeatRule, _ today: Day) {
    guard rule.kind != .exOfficio else { return }
    let holders = place.holders(on: today)
    if rule.votes { vacant += max(0, place.seats - holders.count) }
    let others = place.occupants.filter { $0.place != .holder && $0.startsOn <= today }
    let standIns = others.filter { $0.place == .deputy } + others.filter { $0.place == .alternate }
    for holder in holders {
      let isHere = here.contains(holder.person)
      let standIn =
        isHere
        ? nil : standIns.first { here.contains($0.person) && !seated.contains($0.person) }
      if isHere { seated.insert(holder.person) }
      if let standIn { seated.insert(standIn.person) }
      lines.append(
        Roll.Line(
          seatTitle: rule.title, unitName: place.name, votes: rule.votes,
          isPeerSelected: rule.kind == .peerSelected, holder: holder.person, name: holder.name,
          state: isHere ? .present : standIn == nil ? .absent : .represented,
          standIn: standIn.map { .init(person: $0.person, name: $0.name) }, alternates: standIns))
    }
  }

  /// Leaves the seats out that do not count.
  mutating func keep(_ isKept: (Roll.Line) -> Bool) {
    lines = lines.filter(isKept)
  }

  /// The roll with its quorum. A person counts for each seat that they hold.
  func roll(_ rule: QuorumRule) -> Roll {
    let voting = lines.filter(\.votes)
    let seats = rule.of == .filled ? voting.count : voting.count + vacant
    let present = voting.filter { $0.state != .absent }.count
    return Roll(
      lines: lines,
      quorum: Quorum(present: present, seats: seats, needed: rule.needed(of: seats)),
      others: here.count - seated.count)
  }
}
