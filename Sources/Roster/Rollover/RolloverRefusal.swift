package import Kernel

/// Why a rollover is not carried out or taken back.
package enum RolloverRefusal: Refusal, Equatable {
  /// The new academic year has not begun.
  case tooEarly(firstDay: Day)
  /// It is done; the name is that of who did it, where one is known.
  case alreadyDone(year: String, by: String?)
  /// Somebody's confirmation is being carried out.
  case underWay
  /// The roster has changed since the preview.
  case outdated
  /// A rollover to a later year is done.
  case laterDone(year: String)
  /// It is not done, or undone already.
  case notDone
  /// The days in which it could be undone are over.
  case tooLate
  /// Something has been built on it since; each sentence names a person or a thing.
  case builtUpon([String])

  package var kind: RefusalKind {
    switch self {
    case .tooEarly: .invalid
    default: .conflict
    }
  }

  package var code: String {
    switch self {
    case .tooEarly: "rollover-too-early"
    case .alreadyDone: "rollover-already-done"
    case .underWay: "rollover-under-way"
    case .outdated: "rollover-outdated"
    case .laterDone: "rollover-later-done"
    case .notDone: "rollover-not-done"
    case .tooLate: "rollover-too-late"
    case .builtUpon: "rollover-built-upon"
    }
  }

  package var sentence: String {
    switch self {
    case .tooEarly(let firstDay):
      "The new year begins on \(firstDay.words). Confirm the rollover on that day or later."
    case .alreadyDone(let year, let name):
      "The rollover to \(year) is done already" + (name.map { ", by \($0)" } ?? "")
        + ". Nothing was done a second time."
    case .underWay: "The rollover is being carried out already. Wait until it is done."
    case .outdated:
      "The roster has changed since you saw this preview, so nothing was done. "
        + "Look at the preview as it is now, then confirm it."
    case .laterDone(let year):
      "The rollover to \(year) builds on this one. Undo that one first."
    case .notDone: "There is no rollover of this year to undo."
    case .tooLate:
      "This rollover can no longer be undone: what stood there before it is not kept that long. "
        + "Edit the appointments, or import a corrected file."
    case .builtUpon(let reasons):
      "This rollover cannot be undone, because things have changed since: "
        + reasons.joined(separator: " ")
    }
  }
}
