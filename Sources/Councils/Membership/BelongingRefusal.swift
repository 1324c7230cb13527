package import Kernel
package import Roster

/// What belonging to an organization, and what people do there, says no to.
package enum BelongingRefusal: Refusal, Equatable {
  /// People belong to it by a seat alone.
  case seatsOnly
  /// Only people who are here today join.
  case notHere
  /// As what one may join.
  case notForCapacity([Capacity])
  /// Nobody lets themselves in.
  case ownAccess
  case alreadyGuest(name: String)
  case alreadyOfficer(name: String)
  /// Officers name those whom they see: whether others are members is not theirs to find out.
  case notSeenAsMember
  /// The offer was answered, or taken back.
  case offerIsOver
  /// Guests read, and do not write.
  case guestsRead
  case onlyOfficers
  case threadIsHidden
  case activityIsToCome
  case activityIsCanceled
  case hoursAreConfirmed
  /// Nobody confirms their own.
  case ownHours
  /// Nothing was questioned.
  case nothingToDecide

  package var kind: RefusalKind {
    switch self {
    case .notHere, .notForCapacity, .seatsOnly, .ownAccess, .guestsRead, .onlyOfficers,
      .ownHours:
      .forbidden
    case .notSeenAsMember, .activityIsToCome: .invalid
    case .alreadyGuest, .alreadyOfficer, .offerIsOver, .threadIsHidden, .activityIsCanceled,
      .hoursAreConfirmed, .nothingToDecide:
      .conflict
    }
  }

  package var code: String {
    switch self {
    case .seatsOnly: "seats-only"
    case .notHere: "not-here"
    case .notForCapacity: "not-for-capacity"
    case .ownAccess: "own-access"
    case .alreadyGuest: "already-guest"
    case .alreadyOfficer: "already-officer"
    case .notSeenAsMember: "not-seen-as-member"
    case .offerIsOver: "offer-is-over"
    case .guestsRead: "guests-read"
    case .onlyOfficers: "only-officers"
    case .threadIsHidden: "thread-is-hidden"
    case .activityIsToCome: "activity-is-to-come"
    case .activityIsCanceled: "activity-is-canceled"
    case .hoursAreConfirmed: "hours-are-confirmed"
    case .nothingToDecide: "nothing-to-decide"
    case .ownHours: "own-hours"
    }
  }

  package var sentence: String {
    switch self {
    case .seatsOnly: "People belong to this one by a seat. Look at its seats."
    case .notHere: "Only people who are here today can join. The {office} keeps the list."
    case .notForCapacity(let capacities):
      "It is open to \(Self.words(capacities)). Its charter says so; the {office} can change it."
    case .ownAccess: "Nobody lets themselves in. Ask an officer to do it."
    case .alreadyGuest(let name): "\(name) is a guest already."
    case .alreadyOfficer(let name): "\(name) has this title already, or was asked."
    case .notSeenAsMember:
      "You can ask members whom you see in the list, and people in a seat. For anybody else, ask "
        + "the {office}."
    case .offerIsOver: "This was answered already, or taken back."
    case .guestsRead: "Guests read here. Join to write."
    case .onlyOfficers: "Only the officers do this."
    case .threadIsHidden: "This is not open any more. Begin another thread."
    case .activityIsToCome: "Write down your hours once it has taken place."
    case .activityIsCanceled: "This was canceled. There are no hours to write down."
    case .hoursAreConfirmed: "An officer has confirmed these hours. Ask them to change it."
    case .nothingToDecide: "This version is published already, or another one came after it."
    case .ownHours: "Another officer confirms your hours."
    }
  }

  private static func words(_ capacities: [Capacity]) -> String {
    let words = capacities.map { capacity in
      switch capacity {
      case .trainee: "{trainees}"
      case .faculty: "faculty"
      case .staff: "staff"
      }
    }
    return words.isEmpty ? "nobody at present" : words.joined(separator: " and ")
  }
}
