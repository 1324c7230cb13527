/// How many voting seats are present, and how many have to be.
package struct Quorum: Sendable, Equatable {
  /// Voting seats whose holder is here, or represented.
  package let present: Int
  /// The voting seats that count.
  package let seats: Int
  package let needed: Int

  package init(present: Int, seats: Int, needed: Int) {
    self.present = present
    self.seats = seats
    self.needed = needed
  }

  /// Whether enough are here. Where no seat votes, everybody who comes is enough.
  package var isMet: Bool { present >= needed }
}
