import Kernel
import SQLStore

/// A pair as one of the two sees it: what they write for each other nobody else reads.
struct InsidePair {
  let pair: MentoringPair
  let cycle: MentoringCycle
  let viewer: Viewer
  let person: PersonID

  /// The pair, if the viewer is one of the two.
  ///
  /// Whoever is not gets the same answer as for what does not exist, the office included.
  /// - Throws: ``Absent`` otherwise.
  init(_ id: ID<MentoringPair>, _ viewer: Viewer, _ reader: any SQLReader) throws {
    pair = try MentoringPair.find(id, viewer: viewer, reader: reader)
    guard let person = viewer.person, pair.isOne(person) else { throw Absent() }
    cycle = try MentoringCycle.find(pair.cycle, viewer: viewer, reader: reader)
    self.viewer = viewer
    self.person = person
  }

  /// The same, where it goes on.
  /// - Throws: ``MentoringRefusal/pairIsOver``, or that the cycle is not there for it.
  init(
    goingOn id: ID<MentoringPair>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws {
    try self.init(id, viewer, reader)
    try cycle.refuse(unless: .meet, on: viewer.today)
    guard pair.state == .active else { throw MentoringRefusal.pairIsOver }
  }

  /// As what the viewer is in it.
  var side: PairSide { person == pair.mentee ? .mentee : .mentor }

  /// The other of the two.
  var other: PersonID { person == pair.mentee ? pair.mentor : pair.mentee }

  /// Tells the other something, with a way to the pair's page.
  func tellOther(
    _ sentence: String, in world: World, _ writer: any SQLWriter
  ) throws {
    try Notice.tell(
      other, Notice.News(.mentoring, sentence, path: pair.path), in: world, writer: writer)
  }
}

/// One of the two of a pair.
package enum PairSide: String, Sendable, CaseIterable {
  case mentee, mentor
}
