package import Kernel

/// What the rules of certificates of service say no to.
package enum CertificateRefusal: Refusal, Equatable {
  /// Nobody has earned one who was not given one.
  case nobody
  /// Nobody gives one to themselves.
  case own
  /// One for the same cycle holds.
  case holds
  /// Of the person no pair was completed, nor went on until the end.
  case notEarned
  case revokedAlready

  package var kind: RefusalKind {
    switch self {
    case .nobody, .holds, .revokedAlready: .conflict
    case .own: .forbidden
    case .notEarned: .invalid
    }
  }

  package var code: String {
    switch self {
    case .nobody: "nobody-to-certify"
    case .own: "own-certificate"
    case .holds: "certificate-holds"
    case .notEarned: "not-earned"
    case .revokedAlready: "revoked-already"
    }
  }

  package var sentence: String {
    switch self {
    case .nobody:
      "Nobody waits for a certificate. Mentors have earned one once a pair is completed, or goes "
        + "on until the end of the cycle."
    case .own: "Nobody gives a certificate to themselves. Ask a colleague to do it."
    case .holds: "There is a certificate for this cycle that holds. Revoke it first."
    case .notEarned:
      "No pair of this mentor was completed, and none went on until the end of the cycle."
    case .revokedAlready: "This certificate was revoked already."
    }
  }
}
