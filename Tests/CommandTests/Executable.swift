import Foundation

/// The program as people run it: what was built beside these tests.
struct Executable {
  /// What a run of it left.
  struct Answer: Equatable {
    let status: Int32
    let output: String
    let complaint: String

    /// An answer without any complaint.
    static func done(_ output: String) -> Answer {
      Answer(status: 0, output: output, complaint: "")
    }
  }

  private static var program: URL {
    if let path = ProcessInfo.processInfo.environment["HOUSESTAFF_BINARY"] {
      return URL(filePath: path)
    }
    return URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../.build/debug/housestaff").standardized
  }

  /// Runs the program with these words.
  static func run(_ words: String...) throws -> Answer { try run(words: words) }

  /// Runs the program with a list of words.
  static func run(words: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    let (output, complaint) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = complaint
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      complaint: String(decoding: complained, as: UTF8.self))
  }

  /// Runs a command on a file with a text; the file's name, a new one each time, becomes FILE.
  static func answer(
    to command: [String], _ text: String, _ options: String...
  ) throws -> Answer {
    try answer(to: command, text, options)
  }

  /// The same with a list of options.
  static func answer(
    to command: [String], _ text: String, _ options: [String]
  ) throws -> Answer {
    try withFile(text) { path in
      let answer = try run(words: command + [path] + options)
      return Answer(
        status: answer.status, output: answer.output,
        complaint: answer.complaint.replacing(path, with: "FILE"))
    }
  }

  /// A file with a text for as long as the body runs.
  static func withFile<Value>(_ text: String, _ body: (String) throws -> Value) throws -> Value {
    let name = "command-test-\(UUID().uuidString).txt"
    let file = FileManager.default.temporaryDirectory.appending(path: name)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }
}
