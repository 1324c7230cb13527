package import Kernel

/// What the rules of concerns say no to.
package enum ConcernRefusal: Refusal, Equatable {
  case notYoursToName
  case notYoursToHandle
  case respondsAlready(name: String)
  case noReadingKey
  /// The passphrase has to be typed before anything is read.
  case locked
  case waitBeforeTrying(seconds: Int)
  /// Who would read has changed since the page was shown.
  case readersChanged
  /// Nobody takes concerns yet.
  case nobodyTakes
  case tooManyToday
  case wrongState
  case nothingBehindCode

  package var kind: RefusalKind {
    switch self {
    case .notYoursToName, .notYoursToHandle, .locked: .forbidden
    case .noReadingKey, .nobodyTakes, .nothingBehindCode: .invalid
    case .respondsAlready, .readersChanged, .wrongState: .conflict
    case .waitBeforeTrying, .tooManyToday: .tooMany
    }
  }

  package var code: String {
    switch self {
    case .notYoursToName: "not-yours-to-name"
    case .notYoursToHandle: "not-yours-to-handle"
    case .respondsAlready: "responds-already"
    case .noReadingKey: "no-reading-key"
    case .locked: "locked"
    case .waitBeforeTrying: "wait-before-trying"
    case .readersChanged: "readers-changed"
    case .nobodyTakes: "nobody-takes"
    case .tooManyToday: "too-many-today"
    case .wrongState: "wrong-state"
    case .nothingBehindCode: "nothing-behind-code"
    }
  }

  package var sentence: String {
    switch self {
    case .notYoursToName:
      "Officers name who handles concerns for their council, and the {office} for other groups."
    case .notYoursToHandle: "Only those who handle concerns for this group do this."
    case .respondsAlready(let name): "\(name) handles concerns for this group already."
    case .noReadingKey: "Make your reading key first."
    case .locked: "Your reading key is locked. Type your passphrase to go on."
    case .waitBeforeTrying(let seconds):
      "That was wrong too often. Wait \(seconds) seconds and try again."
    case .readersChanged:
      "Who would read this has changed. Look at the names again, and send it if you agree."
    case .nobodyTakes:
      "Nobody takes concerns here yet. Ask the {office}, or use one of the other ways below."
    case .tooManyToday:
      "More was sent today than this page takes. Use one of the other ways, or come back tomorrow."
    case .wrongState: "This was done already, or the concern has moved on. Look at it again."
    case .nothingBehindCode: "This code opens nothing. Check each letter and digit."
    }
  }
}
