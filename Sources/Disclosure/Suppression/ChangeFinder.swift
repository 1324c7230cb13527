/// Finds cheap changes of a table that keep everything added up and move one cell.
protocol ChangeFinder {
  /// What a search takes of an effort, which is counted in small searches.
  var effort: Int { get }

  /// A cheap change that moves a cell up (`sense` 1) or down (-1); nil when none is found.
  ///
  /// `prices` are those of all cells; a change that costs `limit` or more is none.
  mutating func cheapest(
    moving cell: Int, _ sense: Int, at prices: [MovePrice], below limit: Int
  ) throws -> TableChange?
}
