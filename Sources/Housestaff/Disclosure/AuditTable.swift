import ArgumentParser
import Disclosure

/// `housestaff disclosure audit`: what a published table betrays.
struct AuditTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Print what an attacker can derive for every withheld cell of a published table.",
    discussion: """
      The intervals are exact: each end is reached by a table of counts that agrees with all that \
      is published. Ends with 1 when one of them is too narrow: a single number, or, with a \
      threshold, only numbers above 0 and below it.

      Withheld cells are marked x, c, s, *, -, .. or by a word in brackets, or left empty; <5 and \
      1-4 are ranges. Combinations that are not listed are unknown. Totals are recognized by their \
      code, 'Total'.

      Certificates let anyone check the intervals with whole numbers and without this program's \
      search: the relations and tables that prove each end. With --check-certificates nothing is \
      searched for; what the certificates prove is printed.

      Example: housestaff disclosure audit published.csv --threshold 5 --certificates proof.json
      """)

  @OptionGroup var table: TableOptions

  @Option(help: "Also complain of cells that are known to be small: above 0 and below this.")
  var threshold: Int?

  @Option(help: "How the intervals are printed.")
  var format: Format = .text

  @Option(help: "A file to which the proof of all intervals is written, as JSON.")
  var certificates: String?

  @Option(help: "A file of such proofs; they are checked and believed instead of an audit.")
  var checkCertificates: String?

  /// The forms of the intervals.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  func validate() throws {
    guard threshold.map({ (2...CountTable.greatestCount).contains($0) }) ?? true else {
      throw ValidationError("The threshold must be at least 2.")
    }
    guard certificates == nil || checkCertificates == nil else {
      throw ValidationError("Certificates are written or checked, not both at once.")
    }
  }

  func run() throws {
    let hierarchies = try table.hierarchies()
    let bytes = try table.bytes()
    let report = try TableOptions.saying(table.file) {
      let file = try PublishedFile(
        parsing: bytes, count: table.count, total: table.total, hierarchies: hierarchies)
      return try self.report(of: file)
    }
    switch format {
    case .text: Terminal.write(report.text)
    case .csv: Terminal.write(report.csv)
    case .json: Terminal.say(report.json)
    }
    if !report.isSafe { throw ExitCode(1) }
  }

  private func report(of file: PublishedFile) throws -> AuditReport {
    guard let path = certificates ?? checkCertificates else {
      return try AuditReport(file, threshold: threshold)
    }
    let isChecked = checkCertificates != nil
    let evidence = isChecked ? try AuditEvidence(at: path) : try AuditEvidence(file)
    if let flaw = evidence.flaw(for: file) { throw Complaint("\(path): \(flaw)", status: 65) }
    if !isChecked { try evidence.write(to: path) }
    guard let report = AuditReport(file, threshold: threshold, by: evidence) else {
      throw Complaint("\(path): The certificates do not hold.", status: 65)
    }
    return report
  }
}
