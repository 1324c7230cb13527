/// Why a picture is not taken.
package enum PortraitProblem: Error, Equatable {
  case tooLarge
  /// By its content neither JPEG nor PNG.
  case unknownFormat
  case broken
  case tooManyPixels

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
