/// The equations of a linear program, solved for some of the variables, in whole numbers only.
///
/// Row `i` says that `divisors[i]` times its basic variable plus the row's entries times the
/// variables outside keeps its value. All values are exact: a basic variable is `scaled / divisor`,
/// a variable outside is whole. Tables have entries of 0 and ±1 nearly everywhere, which is why
/// this outruns floating point: most pivots are additions of short rows. Variables outside may rest
/// anywhere between their bounds, so that any known table is a start.
struct Tableau<Entry: FixedWidthInteger & SignedInteger & Sendable> {
  /// Numbers have outgrown the entries; the caller takes wider ones or says that it cannot tell.
  struct Overflow: Error {}

  var width: Int
  /// How many variables are cells; those behind them are the equations' own.
  var cellCount: Int
  var entries: [Entry]
  /// The variable of each row, and of each column.
  var basic: [Int]
  var outside: [Int]
  /// Where each variable is: row `r` as `r`, column `c` as `-1 - c`.
  var places: [Int]
  var divisors: [Int]
  /// The value of each row's variable, times the row's divisor.
  var scaled: [Int]
  /// The value of each variable that is outside; of others, no meaning.
  var rests: [Int]
  var lows: [Int]
  var highs: [Int]
  /// At least the greatest entry of each row, by its size.
  var sizes: [Int]
  /// The entries of the column that enters, row by row, for the ratio test.
  var entering: [Int]
  /// The rows in which that column is not zero, in order.
  var active: [Int] = []
  /// The places of the pivot row's entries that are not zero.
  var filled: [Int] = []
  /// Whether the greatest entry enters rather than the least: numbers may grow, and searches for
  /// cheap changes end in better ones.
  var prefersGreatEntries = false
  /// How many steps one push may take.
  var mostSteps = Int.max
  /// Whether steps follow Bland's rule, under which none is repeated.
  var isCautious = false

  var height: Int { basic.count }

  /// The entry of a row and column.
  func entry(_ row: Int, _ column: Int) -> Int { Int(entries[row * width + column]) }

  /// The value of a variable, if it is whole.
  func value(of variable: Int) -> Int? {
    let place = places[variable]
    if place < 0 { return rests[variable] }
    let (quotient, remainder) = scaled[place].quotientAndRemainder(dividingBy: divisors[place])
    return remainder == 0 ? quotient : nil
  }

  /// A variable's value, rounded down.
  func floor(of variable: Int) -> Int {
    let place = places[variable]
    return place < 0 ? rests[variable] : Self.floor(scaled[place], divisors[place])
  }

  /// The values of all variables, if all are whole.
  var table: [Int]? {
    var values = rests
    for row in basic.indices {
      guard let value = value(of: basic[row]) else { return nil }
      values[basic[row]] = value
    }
    return Array(values.prefix(cellCount))
  }

  static func floor(_ numerator: Int, _ divisor: Int) -> Int {
    let quotient = numerator / divisor
    return quotient * divisor > numerator ? quotient - 1 : quotient
  }
}
