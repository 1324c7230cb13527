import ArgumentParser
import Tally

/// The rules that the command counts by.
enum MethodName: String, ExpressibleByArgument, CaseIterable {
  case scottishSTV = "scottish-stv"
  case meek
  case meekHWW = "meek-hww"
  case irv
  case plurality
  case approval
  case score
  case schulze

  /// Whether the rule elects one unless more are asked for, whatever the file says.
  var isForOneSeat: Bool { self == .irv || self == .schulze }

  /// How many to elect; nil for as many as the file says.
  func seats(asked: Int?) -> Int? { asked ?? (isForOneSeat ? 1 : nil) }
}
