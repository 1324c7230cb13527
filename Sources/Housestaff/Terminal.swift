import Foundation

/// What commands say on standard output, and ask at a terminal.
enum Terminal {
  /// A line.
  static func say(_ line: String) { write(line + "\n") }

  /// Whether someone at the terminal answers yes.
  /// - Throws: where there is no terminal, so that a script never waits.
  static func agrees(_ question: String) throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      throw Complaint(
        "Nothing was changed: there is no terminal to ask at. Add --yes to carry this plan out.")
    }
    write("\(question) [y/N] ")
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
    return ["y", "yes"].contains(answer)
  }
}
