package import Kernel

/// What the rules of councils and organizations say no to.
package enum CouncilRefusal: Refusal, Equatable {
  /// The viewer may see it and not do this.
  case notAllowed
  /// The office decides it, not the officers.
  case officeMatter
  case organizationClosed
  /// The rule gives no such seat.
  case noSuchSeat
  /// How a rule's seats are filled stays as it is.
  case kindStays
  /// People still sit there.
  case seatsHeld(Int)
  case seatTaken(SeatTaken)
  case alternatesFull(SeatTaken)
  case seatIsOver
  /// Nobody can place a person in a peer-selected seat.
  case peersSelect
  case comesWithRole
  case officeAppoints
  case directorsRelease
  case notTrainee(name: String)
  /// Something that is personnel data keeps the trainee from standing.
  case cannotStand(name: String)
  case notOfPlace(name: String)
  case leavesBefore(name: String, last: Day)
  case notYoursToPutForward
  case alreadyPutForward(name: String)
  case alreadySeated(name: String)
  case ownNomination
  case notTheirDirector
  case alreadyDecided(Nomination.State, by: String?)

  package var kind: RefusalKind {
    switch self {
    case .notAllowed, .peersSelect, .comesWithRole, .officeAppoints,
      .directorsRelease, .notYoursToPutForward, .ownNomination, .notTheirDirector:
      .forbidden
    case .noSuchSeat: .absent
    // What was typed is kept: the officer takes the one change back and sends the rest.
    case .officeMatter, .kindStays, .notTrainee, .cannotStand, .notOfPlace, .leavesBefore: .invalid
    case .organizationClosed, .seatsHeld, .seatTaken, .alternatesFull, .seatIsOver,
      .alreadyPutForward, .alreadySeated, .alreadyDecided:
      .conflict
    }
  }

  package var code: String {
    switch self {
    case .notAllowed: "not-allowed"
    case .officeMatter: "office-matter"
    case .organizationClosed: "organization-closed"
    case .noSuchSeat: "no-such-seat"
    case .kindStays: "kind-stays"
    case .seatsHeld: "seats-held"
    case .seatTaken: "seat-taken"
    case .alternatesFull: "alternates-full"
    case .seatIsOver: "seat-is-over"
    case .peersSelect: "peers-select"
    case .comesWithRole: "comes-with-role"
    case .officeAppoints: "office-appoints"
    case .directorsRelease: "directors-release"
    case .notTrainee: "not-trainee"
    case .cannotStand: "cannot-stand"
    case .notOfPlace: "not-of-place"
    case .leavesBefore: "leaves-before"
    case .notYoursToPutForward: "not-yours-to-put-forward"
    case .alreadyPutForward: "already-put-forward"
    case .alreadySeated: "already-seated"
    case .ownNomination: "own-nomination"
    case .notTheirDirector: "not-their-director"
    case .alreadyDecided: "already-decided"
    }
  }
}
