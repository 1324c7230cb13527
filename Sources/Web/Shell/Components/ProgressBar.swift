import HTML

/// How far something is, in words and as a bar.
enum ProgressBar {
  /// - Parameter progress: done and total; nil or a total of zero while it is not known.
  static func of(_ id: String, _ words: String, _ progress: (done: Int, total: Int)?) -> HTML {
    p(.class("field")) {
      label(.for(id)) { words }
      bar(id, progress)
    }
  }

  private static func bar(_ id: String, _ progress: (done: Int, total: Int)?) -> HTML {
    guard let progress, progress.total > 0 else {
      return HTML.element("progress", [.id(id)], [])
    }
    let done = min(progress.done, progress.total)
    return HTML.element(
      "progress",
      [.id(id), .value(String(done)), .named("max", String(progress.total))],
      [.text("\(done * 100 / progress.total)%")])
  }
}
