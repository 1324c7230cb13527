import Foundation

/// A program of the system that a rule asks.
enum Program {
  /// Runs the program and waits: what it printed, and the status with which it ended.
  static func output(of command: [String], in folder: URL) throws -> (text: Data, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (text, process.terminationStatus)
  }
}
