import Kernel

extension CouncilRefusal {
  /// What to do instead, in a sentence with words in braces.
  package var sentence: String {
    switch self {
    case .notAllowed: "Your roles do not allow this. Ask an officer, or the {office}."
    case .officeMatter:
      "What it is, who finds it and who may join, the {office} decides. Ask them to change it."
    case .organizationClosed: "This organization is closed. The {office} can open it again."
    case .noSuchSeat: "There is no such seat. Look at the list of seats again."
    case .kindStays:
      "How seats are filled stays as it is. Remove these seats and add others in their place."
    case .seatsHeld(let number):
      "\(number) \(number == 1 ? "seat is" : "seats are") still held. End those first."
    case .seatTaken(let taken): Self.taken(taken) + (taken.takesAlternates ? Self.wait : "")
    case .alternatesFull(let taken): Self.taken(taken) + " Nobody more can wait as an alternate."
    case .seatIsOver: "This seat has ended already."
    case .peersSelect:
      "The {trainees} choose who sits here. Nobody can place a person in this seat; the attempt is "
        + "on record."
    case .comesWithRole: "This seat comes with a role. Whoever holds the role sits here."
    case .officeAppoints: "The {office} appoints who sits here."
    case .directorsRelease:
      "A {trainee} is put forward for this seat and released by their {program} director."
    case .notTrainee(let name):
      "\(name) does not train here today. Only {trainees} who do can sit in this seat."
    case .cannotStand(let name):
      "\(name) cannot stand for a seat at present. Their {program} director can say more."
    case .notOfPlace(let name): "\(name) trains elsewhere: this seat is not theirs to take."
    case .leavesBefore(let name, let last):
      "\(name) trains here until \(last.words), before the term begins."
    case .notYoursToPutForward:
      "You can stand yourself, or put {trainees} of your own {program} forward."
    case .alreadyPutForward(let name): "\(name) is put forward already and awaits a decision."
    case .alreadySeated(let name): "\(name) has a seat of this sort already."
    case .ownNomination: "Nobody decides about themselves. Another director or deputy has to."
    case .notTheirDirector:
      "Only the director of the {program} where they train decides this, or a deputy."
    case .alreadyDecided(let state, let name): Self.decided(state, by: name)
    }
  }

  private static let wait = " You can ask for them to wait as an alternate."

  private static func taken(_ taken: SeatTaken) -> String {
    "\(taken.name) holds this seat until \(taken.until.words)."
  }

  private static func decided(_ state: Nomination.State, by name: String?) -> String {
    let who = name.map { " by \($0)" } ?? ""
    return switch state {
    case .awaiting, .approved: "This was approved already\(who)."
    case .declined: "This was declined already\(who)."
    case .withdrawn: "This was taken back\(who). Nothing is left to decide."
    case .lapsed: "This needs no decision any more: the {trainee} left, or the seat is gone."
    }
  }
}
