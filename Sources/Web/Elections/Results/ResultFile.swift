import Elections
import Kernel
import SQLStore

/// The files of a result.
enum ResultFile: CaseIterable {
  case ballots, report, constraints, receipts

  /// Where it is.
  var path: SitePath<ElectionID> {
    switch self {
    case .ballots: BallotPath.blt
    case .report: BallotPath.report
    case .constraints: BallotPath.constraints
    case .receipts: BallotPath.receipts
    }
  }

  private var name: String {
    switch self {
    case .ballots: "ballots.blt"
    case .report: "report.json"
    case .constraints: "constraints.csv"
    case .receipts: "receipts.txt"
    }
  }

  private var type: String {
    switch self {
    case .ballots, .receipts: "text/plain; charset=utf-8"
    case .report: "application/json"
    case .constraints: "text/csv; charset=utf-8"
    }
  }

  /// The file of a certified result.
  /// - Throws: ``Absent`` where there are too few ballots to show them, or no such file.
  func download(
    of id: ElectionID, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Download {
    let result = try ElectionResult.find(id, viewer: visit.viewer, reader: reader)
    guard let result, let counting = result.counting else { throw Absent() }
    let text =
      switch self {
      case .ballots: counting.blt
      case .report: result.report
      case .constraints: counting.constraints
      case .receipts: try ReceiptList.file(of: id, viewer: visit.viewer, reader: reader)
      }
    guard !text.isEmpty else { throw Absent() }
    return Download(fileName: name, type: type, bytes: Array(text.utf8))
  }
}
