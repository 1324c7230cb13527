import Attachments

/// Why a picture is not taken.
package enum PortraitProblem: Error, Equatable {
  case tooLarge
  /// By its content neither JPEG nor PNG, or of a sort that browsers do not show.
  case unknownFormat
  case broken
  case tooManyPixels

  /// What was wrong with the file.
  init(_ problem: FileProblem) {
    self =
      switch problem {
      case .tooLarge: .tooLarge
      case .tooManyPixels: .tooManyPixels
      case .damaged: .broken
      case .empty, .unusual, .foreign, .encoding, .unknown: .unknownFormat
      }
  }

  /// What to do instead.
  package var sentence: String {
    switch self {
    case .tooLarge: "The picture has more than 1 MB. Choose a smaller one."
    case .unknownFormat: "Choose a picture in JPEG or PNG format."
    case .broken: "The picture did not arrive whole, or is damaged. Choose another one."
    case .tooManyPixels: "The picture is more than 4,000 pixels wide or high. Make it smaller."
    }
  }
}
