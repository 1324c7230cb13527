import Credentials
import Crypto
package import Kernel
import Roster
package import SQLStore

/// Who will read a concern, as it is said before anything is written.
package struct ConcernReaders: Sendable, Equatable {
  /// The group that gets it: the one that was chosen, or the first one behind it of which somebody
  /// may read.
  package let group: HandlingGroup
  /// Whether another group gets it than the one that was chosen.
  package let isElsewhere: Bool
  /// Those who will read it; nobody where all of them are in conflict.
  package let readers: [Responder]
  /// Those of the group who will not, because it may be about them or about someone to whom they
  /// are tied.
  package let leftOut: [Responder]

  /// Who would read a concern.
  package static func of(
    _ address: ConcernAddress, writer: PersonID?, viewer: Viewer, reader: any SQLReader
  ) throws -> ConcernReaders {
    let chain = try chain(from: address.group, viewer, reader)
    let responders = try chain.map { try Responder.all(in: $0.id, reader).filter(\.hasKey) }
    let conflicts = try Conflicts(
      among: Set(responders.joined().map(\.person)).sorted(), on: viewer.today, reader)
    let readers = conflicts.readers(of: address, writer: writer)
    let place = responders.firstIndex { $0.contains { readers.contains($0.person) } } ?? 0
    return ConcernReaders(
      group: chain[place], isElsewhere: chain[place].id != address.group,
      readers: responders[place].filter { readers.contains($0.person) },
      leftOut: responders[place].filter { !readers.contains($0.person) })
  }

  /// What the page carried of who would read: another answer means that it has changed since.
  package var digest: String {
    let people = readers.map(\.person.text).sorted().joined(separator: "\n")
    return Hex.text(SHA256.hash(data: Array("\(group.id.text)\n\(people)".utf8)).prefix(16))
  }

  /// The keys of those who read, and of the group's recovery sheet.
  func keys(_ reader: any SQLReader) throws -> [ReadingKey] {
    try reader.all(
      ReadingKey.self,
      """
      SELECT id, public_key FROM reading_key
      WHERE person_id IN (\(list: readers.map(\.person)))
        OR (group_id = \(group.id) AND replaced_on IS NULL)
      """)
  }

  /// The group and those behind it that have a recovery sheet, so that nothing sealed is lost.
  private static func chain(
    from first: ID<HandlingGroup>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> [HandlingGroup] {
    var chain: [HandlingGroup] = []
    var next: ID<HandlingGroup>? = first
    while let id = next, !chain.contains(where: { $0.id == id }) {
      let group = try HandlingGroup.find(id, viewer: viewer, reader: reader)
      if try ReadingKey.recovery(of: id, reader) != nil { chain.append(group) }
      next = group.fallback
    }
    guard !chain.isEmpty else { throw ConcernRefusal.nobodyTakes }
    return chain
  }
}
