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
  case tooManyFiles
  case wrongState
  case nothingBehindCode
  /// What stood behind the code was erased on a day, as the rules say.
  case erased(on: Day)
  /// Nobody of a group may read it.
  case nobodyThere
  /// Somebody else has to publish what one wrote.
  case notYourOwnToPublish
  /// The writer may object still.
  case mayStillObject(until: Day)

  package var kind: RefusalKind {
    switch self {
    case .notYoursToName, .notYoursToHandle, .notYourOwnToPublish, .locked: .forbidden
    case .noReadingKey, .nobodyTakes, .nothingBehindCode, .erased, .nobodyThere: .invalid
    case .respondsAlready, .readersChanged, .tooManyFiles, .wrongState, .mayStillObject: .conflict
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
    case .tooManyFiles: "too-many-files"
    case .wrongState: "wrong-state"
    case .nothingBehindCode: "nothing-behind-code"
    case .erased: "erased"
    case .nobodyThere: "nobody-there"
    case .notYourOwnToPublish: "not-your-own-to-publish"
    case .mayStillObject: "may-still-object"
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
    case .tooManyFiles:
      "A concern takes \(ConcernFile.most) files. Write what else there is to say."
    case .wrongState: "This was done already, or the concern has moved on. Look at it again."
    case .nothingBehindCode: "This code opens nothing. Check each letter and digit."
    case .erased(let day):
      "What this code opened was erased on \(day.words), as the rules for concerns say."
    case .nobodyThere: "Nobody of that group may read this concern. Choose another one."
    case .notYourOwnToPublish:
      "Somebody else who reads this concern publishes it, so that two people have looked at it."
    case .mayStillObject(let day):
      "Whoever raised it may object until \(day.words). Publish it afterwards."
    }
  }
}
