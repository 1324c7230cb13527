/// How the seats of one place stand together.
package enum SeatState: String, Sendable, CaseIterable {
  case vacant
  /// Vacant, and somebody is put forward.
  case awaiting
  /// Filled, and one of them ends soon.
  case endingSoon = "ending_soon"
  case filled

  /// - Parameters:
  ///   - seats: how many there are.
  ///   - held: how many of them are held today.
  ///   - awaiting: how many people await a decision.
  init(seats: Int, held: Int, awaiting: Int, endsSoon: Bool) {
    if held < seats {
      self = awaiting > 0 ? .awaiting : .vacant
    } else {
      self = endsSoon ? .endingSoon : .filled
    }
  }
}
