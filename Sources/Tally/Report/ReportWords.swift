/// A report as it is told.
struct ReportWords {
  let report: Report
  private(set) var text = ""
  private let width: Int

  init(report: Report) {
    self.report = report
    width = report.candidates.indices.map { Self.label($0 + 1, report).count }.max() ?? 0
  }

  private static func label(_ number: Int, _ report: Report) -> String {
    let name = report.candidates[number - 1].name
    return name.isEmpty ? "\(number)" : "\(number) \(name)"
  }

  /// A candidate by number and name.
  func label(_ number: Int) -> String { Self.label(number, report) }

  /// Several candidates in a row.
  func labels(_ numbers: [Int]) -> String { numbers.map(label).joined(separator: ", ") }

  /// Adds a line.
  mutating func say(_ line: String) { text += line + "\n" }

  /// Adds a line of a table: what is on the left, an amount on the right.
  mutating func row(_ left: String, _ amount: String) {
    let gap = max(1, max(width, 18) + 22 - left.count - amount.count)
    say("  " + left + String(repeating: " ", count: gap) + amount)
  }

  /// "1 paper", "2 papers".
  static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// What came in, and by which rule it is counted.
  mutating func head() {
    if !report.title.isEmpty { say(report.title) }
    say(report.rule)
    say("")
    let standing = report.candidates.count { !$0.isWithdrawn }
    say(
      "\(Self.plural(standing, "candidate")) for \(Self.plural(report.seats, "seat")); "
        + "\(Self.plural(report.papers, "paper")), of which \(report.valid) count.")
    let withdrawn = report.candidates.indices.filter { report.candidates[$0].isWithdrawn }
    if !withdrawn.isEmpty { say("Withdrawn: \(labels(withdrawn.map { $0 + 1 })).") }
    if let quota = report.quota, quota.places == 0 { say("Quota: \(quota) votes.") }
    let order = report.lots.order.map(String.init).joined(separator: ", ")
    switch report.lots.lot {
    case .ballotOrder: say("No lot was drawn: open ties go by the order of the ballot paper.")
    case .drawn: say("Open ties go by the order drawn: \(order).")
    case .seed(let seed): say("Open ties go by the lot from the seed '\(seed)': \(order).")
    }
  }

  /// The result.
  mutating func foot() {
    say("")
    guard !report.elected.isEmpty else { return say("Nobody is elected.") }
    say("Elected, in this order:")
    for number in report.elected { say("  " + label(number)) }
  }
}
