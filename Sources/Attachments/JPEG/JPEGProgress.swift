/// How much of each component the scans have told so far: nothing twice, so that no picture can
/// stand below another one.
struct JPEGProgress {
  /// Of each component and block, the coefficients that are not zero, a bit each. A scan that
  /// refines them has a bit more for each of these.
  var coefficients: [[UInt64]] = []
  /// Of each component and coefficient, the bit down to which it is known.
  private var known: [[Int?]] = []

  init() {}

  init(_ frame: JPEGFrame) {
    for component in frame.components {
      let blocks =
        frame.unitsAcross * component.across * (frame.unitsDown * component.down)
      coefficients.append([UInt64](repeating: 0, count: frame.isProgressive ? blocks : 0))
      known.append([Int?](repeating: nil, count: 64))
    }
  }

  /// Notes what a scan tells.
  mutating func take(_ scan: JPEGScan) throws(FileProblem) {
    for component in scan.components {
      guard scan.first == 0 || known[component][0] != nil else { throw .damaged }
      for place in scan.first...scan.last {
        let before = known[component][place]
        guard scan.high == 0 ? before == nil : before == scan.high else { throw .damaged }
        known[component][place] = scan.low
      }
    }
  }

  /// Whether something is known of every component.
  var isWhole: Bool { !known.isEmpty && known.allSatisfy { $0[0] != nil } }
}
