/// Something that gives a table's rows from first to last; one for each format.
protocol RowSource: AnyObject {
  /// The next row that holds anything, or nil after the last.
  func next() throws(SheetProblem) -> SheetRow?
}
