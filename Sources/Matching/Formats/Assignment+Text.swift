extension Assignment {
  /// The answer for programs; the schema is in the documentation (`assignment.schema.json`).
  public var json: String {
    var text = "{\"objective\":\"\(objective.rawValue)\",\"total\":\(total),"
    text += "\"matched\":\(matched),\"dualBound\":\(dualBound),\"pairs\":["
    var separator = ""
    for pair in pairs {
      text += "\(separator)[\(pair.mentee),\(pair.mentor)]"
      separator = ","
    }
    return text + "]}"
  }

  /// The answer for people: what was reached, that it is proven, and a line for each pair.
  public func text(of problem: AssignmentProblem) -> String {
    var lines = [
      "\(matched) of \(mentorOf.count) mentees matched, total \(total) (proven: no assignment of "
        + "this kind exceeds \(dualBound))",
      "mentee mentor weight",
    ]
    for pair in pairs {
      lines.append("\(pair.mentee) \(pair.mentor) \(problem.weight(of: pair) ?? 0)")
    }
    return lines.joined(separator: "\n")
  }
}
