import Attachments
import Concerns
import HTML
import Kernel

/// A file in a conversation, with the way to open it.
struct FileLine: Sendable {
  let saidOn: Day
  let markup: HTML

  /// One as those see it who handle the concern.
  init(_ file: ConcernFile) {
    saidOn = file.saidOn
    markup = p {
      a(.href(ConcernPath.file.location(file.id))) { Self.words(file) }
    }
  }

  /// One as its writer sees it.
  init(_ file: ConcernFile, behind code: ConcernCode, _ visit: Visit) {
    saidOn = file.saidOn
    markup = .group([
      p { Self.words(file) },
      Form.button(
        visit, "Open \(Self.name(file).lowercased())", ConcernPath.openFile.location(),
        style: "btn small",
        hidden: [
          (WrittenConcern.Field.code, code.text), (Self.numberField, String(file.number)),
        ]),
    ])
  }

  /// The field that says which file to open.
  static let numberField = "number"

  /// Such as `Picture 1 (JPEG, 340 KB)`.
  private static func words(_ file: ConcernFile) -> String {
    let kind =
      switch file.kind {
      case .jpeg: "JPEG"
      case .png: "PNG"
      case .text: "plain text"
      }
    return "\(name(file)) (\(kind), \(size(file.size)))"
  }

  private static func name(_ file: ConcernFile) -> String {
    "\(file.kind == .text ? "Text" : "Picture") \(file.number)"
  }

  private static func size(_ bytes: Int) -> String {
    let kilobytes = max(1, (bytes + 512) / 1024)
    return kilobytes < 1024
      ? "\(kilobytes) KB" : "\(kilobytes / 1024).\(kilobytes % 1024 * 10 / 1024) MB"
  }
}
