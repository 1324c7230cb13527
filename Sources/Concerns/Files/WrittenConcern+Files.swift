package import Kernel
package import SQLStore

extension WrittenConcern {
  /// Adds a file of the writer's. A concern that was resolved is open again.
  package static func attach(
    _ file: SealedFile, behind code: ConcernCode, on today: Day, in world: World,
    writer: any SQLWriter
  ) throws {
    let written = try open(code, reader: writer)
    // The same form sent twice is one file.
    if written.files.last?.digest == file.digest { return }
    try written.refuseSixth()
    let isAnonymous = written.concern.manner == .anonymous
    if isAnonymous { try ConcernFile.refuseTooMany(on: today, writer) }
    try file.insert(
      (written.files.last?.number ?? 0) + 1, settled: !isAnonymous, on: today, in: world, writer)
    try written.takeUpAgain(writer)
    // Several files of a day are told once.
    if !isAnonymous, written.files.last?.saidOn != today {
      try ConcernNews.replied(written.concern.id, in: world, writer: writer)
    }
  }

  /// Refuses a file where there are as many as a concern takes.
  package func refuseSixth() throws {
    guard files.count < ConcernFile.most else { throw ConcernRefusal.tooManyFiles }
  }
}

extension ConcernFile {
  /// Octets of sealed files of anonymous writers that are taken in a day.
  private static let mostAnonymousOctetsADay = 1_000_000_000

  /// Refuses a file of an anonymous writer on a day that has had too much.
  ///
  /// Each file counts as a message does, but files never keep messages out.
  static func refuseTooMany(on today: Day, _ reader: any SQLReader) throws {
    let row = try reader.first(
      """
      SELECT count(*) AS files, coalesce(sum(length(sealed)), 0) AS octets,
        (SELECT count(*) FROM concern_entry WHERE said_on = \(today) AND NOT is_settled) AS entries
      FROM concern_file WHERE said_on = \(today) AND NOT is_settled
      """)
    guard let row, try row.integer("files") + row.integer("entries") < Concern.mostAnonymousADay,
      try row.integer("octets") < mostAnonymousOctetsADay
    else { throw ConcernRefusal.tooManyToday }
  }
}
