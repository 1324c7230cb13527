import CZip

/// A ZIP archive opened for reading, checked against the limits before anything is unpacked.
///
/// Not safe for use by two threads at once.
final class ZipArchive {
  private let handle: OpaquePointer
  private let limits: SheetLimits
  /// What is unpacked so far; sizes in an archive's directory may lie, this does not.
  private var unpacked = 0

  /// Opens an archive and reads its directory.
  init(path: String, limits: SheetLimits) throws(SheetProblem) {
    var code: Int32 = 0
    guard let handle = zip_open(path, ZIP_RDONLY, &code) else {
      throw .damaged(part: "archive, code \(code)")
    }
    self.handle = handle
    self.limits = limits
    try checkDirectory()
  }

  deinit { zip_discard(handle) }

  private func checkDirectory() throws(SheetProblem) {
    let count = zip_get_num_entries(handle, 0)
    guard count <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    var total: UInt64 = 0
    for index in 0..<UInt64(max(0, count)) {
      let (sum, overflow) = total.addingReportingOverflow(facts(index)?.size ?? 0)
      guard !overflow, sum <= limits.unpackedBytes else {
        throw .unpacksTooLarge(limit: limits.unpackedBytes)
      }
      total = sum
    }
  }

  private func facts(_ index: UInt64) -> zip_stat_t? {
    var facts = zip_stat_t()
    return zip_stat_index(handle, index, 0, &facts) == 0 ? facts : nil
  }

  /// Whether the archive holds a file of this name.
  func contains(_ name: String) -> Bool { position(name) != nil }

  /// Parts are found whatever the case of their names, as the packaging standard asks.
  private func position(_ name: String) -> UInt64? {
    let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_NOCASE))
    return index < 0 ? nil : UInt64(index)
  }

  /// Opens one file of the archive, or returns nil if there is none of this name.
  func open(_ name: String) throws(SheetProblem) -> ZipEntry? {
    guard let index = position(name) else { return nil }
    if let facts = facts(index), facts.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0,
      facts.encryption_method != ZIP_EM_NONE
    {
      throw .passwordProtected
    }
    guard let handle = zip_fopen_index(handle, index, 0) else { throw .damaged(part: name) }
    return ZipEntry(handle, name: name, of: self)
  }

  /// Counts bytes that an entry unpacked.
  func count(unpacked bytes: Int) throws(SheetProblem) {
    unpacked += bytes
    if unpacked > limits.unpackedBytes {
      throw .unpacksTooLarge(limit: limits.unpackedBytes)
    }
  }
}
