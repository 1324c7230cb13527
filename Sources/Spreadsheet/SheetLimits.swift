/// What a file may ask of us; beyond it, reading ends with a `SheetProblem`.
///
/// The defaults hold a national roster (162,000 people, 16 columns) in either format.
package struct SheetLimits: Sendable, Equatable {
  /// Bytes of the file as it was sent.
  package var bytes = 100 * 1_048_576

  /// Records: in text all of them, in a workbook those that hold anything.
  package var records = 500_000

  /// Columns of one record.
  package var columns = 256

  /// UTF-8 bytes of one cell; twice what Excel's own limit of 32,767 Latin letters needs.
  package var cellBytes = 65_536

  /// Files inside a workbook's archive.
  package var entries = 2_000

  /// Bytes of all files inside a workbook's archive, unpacked.
  package var unpackedBytes = 256 * 1_048_576

  /// Entries of a workbook's table of shared strings, which has to be held in memory.
  package var sharedStrings = 1_000_000

  /// UTF-8 bytes of a workbook's shared strings together.
  package var sharedStringBytes = 64 * 1_048_576

  /// The default limits; change what should differ.
  package init() {}
}
