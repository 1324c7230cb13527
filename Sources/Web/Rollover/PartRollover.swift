package import HTML
package import Roster
package import SQLStore

/// What the turn of the academic year means for one part: shown before it, done with it, and put
/// back.
///
/// Every part names one, so that none is forgotten; ``UntouchedByRollover`` where it means nothing.
/// The four are called for the same ``Rollover``, which says the years, the first day, who leaves
/// (``Rollover/leavers``), and keeps before-images (``Rollover/keep(_:of:for:_:)``).
package protocol PartRollover: Sendable {
  /// What will happen, for the preview: the same answer as long as the same would happen, because
  /// the confirmation compares it.
  func consequences(
    of rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [RolloverConsequence]
  /// Does it, in the rollover's transaction, after the appointments and the directory are turned.
  func carryOut(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) throws
  /// Why the rollover can no longer be undone, in sentences with a name each; none where it can.
  func dependents(
    on rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) throws -> [String]
  /// Puts everything back that ``carryOut(_:_:_:)`` did, before the appointments go back.
  func undo(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) throws
}

/// The answer of a part for which the turn of the year means nothing.
package struct UntouchedByRollover: PartRollover {
  package init() {}

  package func consequences(
    of rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) -> [RolloverConsequence] { [] }

  package func carryOut(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) {}

  package func dependents(
    on rollover: Rollover, _ visit: Visit, _ reader: any SQLReader
  ) -> [String] { [] }

  package func undo(_ rollover: Rollover, _ visit: Visit, _ writer: any SQLWriter) {}
}

/// Things of one sort that a rollover touches, with the first of them.
package struct RolloverConsequence: Sendable {
  /// What happens, such as `Roles that end`; with the institution's words in it.
  package let heading: String
  /// What it means and what to do, in a sentence.
  package let sentence: String
  /// The first of them.
  package let lines: [Line]
  /// How many there are.
  package let count: Int

  /// One thing: what it is, what happens, and where to read on.
  package struct Line: Sendable {
    package let title: String
    package let detail: String
    package let location: Location

    package init(_ title: String, _ detail: String, _ location: Location) {
      self.title = title
      self.detail = detail
      self.location = location
    }
  }

  package init(heading: String, sentence: String, lines: [Line], count: Int) {
    self.heading = heading
    self.sentence = sentence
    self.lines = lines
    self.count = count
  }

  /// All that can be seen of it, for the digest of the plan.
  var text: String {
    ([heading, String(count)] + lines.flatMap { [$0.title, $0.detail, $0.location.text] })
      .joined(separator: "\n")
  }
}
