import Foundation

/// How far a command is, on one line of a terminal; nothing where output is not a terminal.
struct ProgressBar: Sendable {
  let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && isatty(FileHandle.standardError.fileDescriptor) == 1
  }

  /// Draws the bar.
  func show(done: Int, total: Int?) {
    guard isShown else { return }
    let share = total.map { $0 == 0 ? 1 : min(1, Double(done) / Double($0)) }
    let width = 40
    let filled = Int((share ?? 0) * Double(width))
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled)
    let percent = share.map { " \(Int($0 * 100)) %" } ?? ""
    write("\r[\(bar)]\(percent), \(done) rows")
  }

  /// Takes the bar away.
  func clear() {
    if isShown { write("\r" + String(repeating: " ", count: 76) + "\r") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
