import ArgumentParser
import Disclosure
import Foundation

/// How the commands read a table.
struct TableOptions: ParsableArguments {
  @Argument(help: "A CSV file with a header and one row for each combination.")
  var file: String

  @Option(help: "The column of counts; by default 'count', else the last one.")
  var count: String?

  @Option(help: "The code that stands for all of a dimension.")
  var total = "Total"

  @Option(help: "A CSV file 'dimension,code,parent' that says which codes add up to others.")
  var hierarchy: String?

  /// The bytes of the file.
  func bytes() throws -> [UInt8] { try Self.bytes(of: file) }

  /// The hierarchies, if a file of them is named.
  func hierarchies() throws -> HierarchyFile? {
    guard let hierarchy else { return nil }
    return try Self.saying(hierarchy) { try HierarchyFile(parsing: Self.bytes(of: hierarchy)) }
  }

  /// Turns what is wrong with a file into a complaint that names it and its line.
  static func saying<Answer>(_ file: String, _ work: () throws -> Answer) throws -> Answer {
    do {
      return try work()
    } catch let problem as FileProblem {
      let place = problem.line.map { "\(file):\($0)" } ?? file
      throw Complaint("\(place): \(problem.reason)", status: 65)
    } catch let problem as TableProblem {
      throw Complaint("\(file): \(problem)", status: 65)
    }
  }

  private static func bytes(of file: String) throws -> [UInt8] {
    do {
      return Array(try Data(contentsOf: URL(filePath: file)))
    } catch {
      throw Complaint("\(file): The file cannot be read.", status: 65)
    }
  }
}
