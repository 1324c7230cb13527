import Councils
import Kernel
import SQLStore

/// What came of seating someone who was elected.
struct SeatTaking {
  private(set) var seating: ID<Seating>?
  /// Why they have no seat now; empty where they have.
  private(set) var obstacle = ""
  /// Whether they take it when it falls free.
  private(set) var waits = false

  /// Seats someone, or finds out why not.
  ///
  /// A seat that is still held falls free one day, and who was elected waits for that day. Whoever
  /// is not here any more, or does not train any more, never takes it.
  init(
    of person: PersonID, in election: Election, by viewer: Viewer, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    do {
      seating = try Seating.seat(
        Elected(person, to: election.rule, evidence: election.evidence), by: viewer, in: world,
        writer: writer)
    } catch is Absent {
      obstacle = "They are not here any more."
    } catch let refusal as CouncilRefusal {
      obstacle = refusal.sentence
      switch refusal {
      case .seatTaken, .alreadySeated: waits = true
      default: break
      }
    }
  }
}

extension Election {
  /// What stands beside the seat of whoever was elected.
  fileprivate var evidence: String {
    openedAt == nil ? "\(title), elected without a vote" : "Elected by peers: \(title)"
  }
}
