package import Kernel

extension RosterReport {
  /// The report for a terminal; what was refused and noted is in the words of its day already.
  package func text(in words: Words) -> String {
    var lines = [
      "\(Self.count(accepted, "row")) accepted: \(Self.number(new)) new, "
        + "\(Self.number(changed)) changed, \(Self.number(ended)) ended, "
        + "\(Self.number(unchanged)) unchanged."
    ]
    if refusedRows > 0 {
      lines.append("\(Self.count(refusedRows, "row")) refused:")
      lines += refused.map { "  line \($0.line), \($0.column): \($0.reason)" }
    }
    if missing > 0 {
      let people = words(missing == 1 ? "current {trainee} is" : "current {trainees} are")
      lines.append(
        "\(Self.number(missing)) \(people) not in the file; nothing was changed for them.")
      lines += missingPeople.map { "  \($0)" }
      if missing > missingPeople.count, !missingPeople.isEmpty {
        lines.append("  and \(Self.number(missing - missingPeople.count)) more")
      }
    }
    if !notes.isEmpty { lines.append("Notes:") }
    lines += notes.map { "  \($0)" }
    if let importID {
      lines.append("This import is \(importID.text); it can be undone by that name.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A number with its noun, which takes an s where there are several.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(number(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A number with commas between thousands.
  static func number(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
