package import Kernel

/// Why a roster is not imported, or an import not undone, as a whole.
package enum ImportRefusal: Refusal, Equatable {
  /// The file cannot be read; the sentence says why and what to do.
  case unreadable(String)
  /// The file has no columns for these facts, whose names have words in braces.
  case missingColumns([String])
  /// The mapping names columns that the file does not have.
  case foreignMapping
  /// More was sent than is taken.
  case tooLarge(megabytes: Int)
  /// The import is not at a point where this can be done.
  case wrongState(RosterImport.State)
  /// The roster has changed since the preview.
  case outdated
  /// The days in which the import could be undone are over.
  case tooLate
  /// Something has been built on the import since; each sentence names a person or a thing.
  case builtUpon([String])

  package var kind: RefusalKind {
    switch self {
    case .unreadable, .missingColumns, .foreignMapping, .tooLarge: .invalid
    case .wrongState, .outdated, .tooLate, .builtUpon: .conflict
    }
  }

  package var code: String {
    switch self {
    case .unreadable: "roster-unreadable"
    case .missingColumns: "roster-missing-columns"
    case .foreignMapping: "roster-foreign-mapping"
    case .tooLarge: "roster-too-large"
    case .wrongState: "roster-wrong-state"
    case .outdated: "roster-outdated"
    case .tooLate: "roster-too-late"
    case .builtUpon: "roster-built-upon"
    }
  }

  package var sentence: String {
    switch self {
    case .unreadable(let sentence): sentence
    case .missingColumns(let names):
      "The file has no column for: \(names.joined(separator: ", ")). "
        + "Choose the columns, or add them."
    case .foreignMapping:
      "The chosen columns are not all in this file. Look at the columns and choose again."
    case .tooLarge(let megabytes):
      "The file is larger than \(megabytes) MB. Leave out what the roster does not need."
    case .wrongState(let state): state.refusal
    case .outdated:
      "The roster has changed since this preview was made. Look at a new preview, then confirm it."
    case .tooLate:
      "This import can no longer be undone: what stood there before it is not kept that long. "
        + "Import a corrected file instead."
    case .builtUpon(let reasons):
      "This import cannot be undone, because things have changed since: "
        + reasons.joined(separator: " ")
    }
  }
}

extension RosterImport.State {
  fileprivate var refusal: String {
    switch self {
    case .uploading: "The file has not arrived completely. Send it again."
    case .uploaded: "The file has not been looked through yet. Wait for its preview."
    case .checking: "The file is being looked through. Wait for its preview."
    case .checked: "This file has not been imported yet."
    case .importing: "This file is being imported. Wait until it is done."
    case .imported: "This file has been imported already."
    case .undone: "This import has been undone. Send the file again to import it."
    case .failed: "This import failed. Send the file again."
    }
  }
}
