package import Kernel

extension BlueprintPlan {
  /// The plan for people: a heading for each subject, a line for each thing, its facts below.
  package func lines(in words: Words) -> [String] {
    var lines: [String] = []
    var heading: String?
    for change in changes {
      if change.heading != heading {
        if heading != nil { lines.append("") }
        heading = change.heading
        lines.append(words(change.heading) + count(under: change.heading))
      }
      lines += change.lines
    }
    if let left = leftAloneLine(in: words) {
      if !lines.isEmpty { lines.append("") }
      lines.append(left)
    }
    if !waiting.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines += waiting.map { "Line \($0.spot.line): \(words($0.sentence))" }
    }
    return lines
  }

  /// `: 3 new, 1 changed`; nothing under the institution, of which there is one.
  private func count(under heading: String) -> String {
    let here = changes.filter { $0.heading == heading }
    guard here.contains(where: { !$0.name.isEmpty }) else { return "" }
    let (new, changed) = (here.count { $0.act == .add }, here.count { $0.act == .change })
    let parts = [(new, "new"), (changed, "changed")].filter { $0.0 > 0 }
    return ": " + parts.map { "\(GroupedDigits.of($0.0)) \($0.1)" }.joined(separator: ", ")
  }

  private func leftAloneLine(in words: Words) -> String? {
    let parts = leftAlone.filter { $0.count > 0 }.map { left in
      "\(GroupedDigits.of(left.count)) \(words(left.count == 1 ? left.one : left.many))"
    }
    return parts.isEmpty
      ? nil : "Not in the file, and left as it is: \(parts.joined(separator: ", "))."
  }
}
