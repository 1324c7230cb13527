import ArgumentParser
import Tally

/// The rules that the command counts by.
enum MethodName: String, ExpressibleByArgument, CaseIterable {
  case scottishSTV = "scottish-stv"

  /// The rule itself.
  var rule: any CountingMethod {
    switch self {
    case .scottishSTV: ScottishSTV()
    }
  }

  /// Whether the rule elects just one, whatever the file says.
  var fillsOneSeat: Bool { false }

  /// How many to elect; nil for as many as the file says.
  func seats(asked: Int?) -> Int? { fillsOneSeat ? 1 : asked }
}
