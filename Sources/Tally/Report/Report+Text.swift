extension Report {
  /// The report in words, for people: every stage, every transfer, every tie.
  public var text: String {
    var words = ReportWords(report: self)
    words.head()
    for stage in stages { words.tell(stage) }
    if let pairs { words.tell(pairs) }
    words.foot()
    return words.text
  }
}
