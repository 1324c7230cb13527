import Mentoring

/// What pages call the people of a cycle, by its shape.
struct ShapeWords: Sendable {
  /// The two of a pair, as heads of columns and labels.
  let mentee, mentor: String
  /// How many look for someone, as the label of a number.
  let seeking: String
  /// The hint beside the button with which one enrolls.
  let invitation: String
  /// Who may take part, as the label of a fact.
  let audience: String

  init(_ shape: MentoringCycle.Shape) {
    switch shape {
    case .pairs, .groups:
      (mentee, mentor) = ("Mentee", "Mentor")
      seeking = "Look for a mentor"
      invitation = "Look for a mentor, be one, or both. The {office} reads it first."
      audience = "Looks for a mentor"
    case .peers:
      (mentee, mentor) = ("Peer", "Other peer")
      seeking = "Look for a peer"
      invitation = "Find a peer: each of you is the other's mentor. The {office} reads it first."
      audience = "Takes part"
    }
  }
}
