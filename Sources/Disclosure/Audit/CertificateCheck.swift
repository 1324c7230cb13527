/// Follows a certificate step by step; nothing here knows how the steps were found.
///
/// All arithmetic is checked: a number that overflows proves nothing.
struct CertificateCheck {
  private let system: CellSystem
  /// What is proven so far of each cell.
  private(set) var bounds: [Interval]
  /// How often each cell is added in the step that is followed; zero between steps.
  private var factors: [Int]
  /// The cells that the step has added, some of them perhaps twice.
  private var touched: [Int] = []

  init(_ publication: Publication) {
    system = publication.system
    bounds = publication.known
    factors = .init(repeating: 0, count: publication.known.count)
  }

  /// Draws a step's conclusion; false when it has none.
  mutating func follow(_ step: AuditCertificate.Step) -> Bool {
    defer { forget() }
    guard bounds.indices.contains(step.cell), step.divisor > 0, add(step),
      let bound = bound(isUpper: step.isUpper)
    else { return false }
    let known = bounds[step.cell]
    if step.isUpper {
      bounds[step.cell].high = min(known.top, Self.floor(bound, step.divisor))
    } else {
      bounds[step.cell].low = max(known.low, -Self.floor(-bound, step.divisor))
    }
    return true
  }

  /// The step's cell, as often as the divisor says, and relations, which come to nothing.
  private mutating func add(_ step: AuditCertificate.Step) -> Bool {
    guard add(step.divisor, of: step.cell) else { return false }
    return step.multipliers.allSatisfy { multiplier in
      guard (0..<system.relationCount).contains(multiplier.relation), multiplier.factor != .min
      else { return false }
      return add(multiplier.factor, of: system.total(of: multiplier.relation))
        && system.parts(of: multiplier.relation).allSatisfy { add(-multiplier.factor, of: $0) }
    }
  }

  private mutating func add(_ amount: Int, of cell: Int) -> Bool {
    touched.append(cell)
    let (sum, overflow) = factors[cell].addingReportingOverflow(amount)
    factors[cell] = sum
    return !overflow
  }

  private mutating func forget() {
    for cell in touched { factors[cell] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  /// The greatest or least value of what was added up; nil when nothing bounds it.
  private mutating func bound(isUpper: Bool) -> Int? {
    var bound = 0
    for cell in touched where factors[cell] != 0 {
      let factor = factors[cell]
      factors[cell] = 0
      let end = (factor > 0) == isUpper ? bounds[cell].high : bounds[cell].low
      guard let end else { return nil }
      let (product, first) = factor.multipliedReportingOverflow(by: end)
      let (sum, second) = bound.addingReportingOverflow(product)
      guard !first, !second else { return nil }
      bound = sum
    }
    return bound == .min ? nil : bound
  }

  /// The quotient rounded down; the divisor is above zero.
  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    number / divisor - (number % divisor < 0 ? 1 : 0)
  }
}
