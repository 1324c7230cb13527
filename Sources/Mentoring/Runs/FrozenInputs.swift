import Foundation
package import Kernel
import Matching

/// Everything that a matching looks at, as it was at one moment. The same inputs give the same
/// pairs, whenever and wherever.
package struct FrozenInputs: Sendable, Equatable, Codable {
  /// The word of the way in which people come together, or ``peers``.
  var mode: String
  /// The word of the objective; rankings have none.
  var objective: String
  /// By the word of the criterion.
  var weights: [String: Int]
  /// In order of enrollment.
  var mentees: [FrozenPerson]
  /// In order of enrollment.
  var mentors: [FrozenPerson]
  /// The pairs that cannot be, in order of mentee and mentor.
  var barred: [FrozenBar]
  /// Pairs that the office has decided: mentee, mentor.
  var locks: [[Int]]
  /// Pairs that the office does not want: mentee, mentor.
  var bans: [[Int]]
  /// Of each mentee the mentors whom they ranked, and of each mentor the mentees; empty where
  /// nobody ranks.
  var menteeRanks, mentorRanks: [[Int]]
  /// Mentees who cannot be in one group: two numbers, rising. They are known while a matching is
  /// made and never written, since nothing but a wish is behind them.
  var apart: [[Int]] = []

  private enum CodingKeys: String, CodingKey {
    case mode, objective, weights, mentees, mentors, barred, locks, bans, menteeRanks, mentorRanks
  }
}

/// Someone as a matching sees them: numbers, and no word that they wrote.
struct FrozenPerson: Sendable, Equatable, Codable {
  /// The enrollment.
  let id: String
  let person: String
  /// How many people a mentor takes in this cycle; 0 for a mentee.
  let places: Int
  let hours: Int
  let department: String
  /// Numbers of terms, rising.
  let topics, careers, specialties, languages, formats: [Int]

  /// The same mentor with a place more.
  var withOneMore: FrozenPerson {
    FrozenPerson(
      id: id, person: person, places: places + 1, hours: hours, department: department,
      topics: topics, careers: careers, specialties: specialties, languages: languages,
      formats: formats)
  }
}

/// A pair that cannot be, and why.
struct FrozenBar: Sendable, Equatable, Codable {
  let mentee, mentor: Int
  let bars: [Bar]
}

extension FrozenInputs {
  /// Reads inputs; those that were kept before there were modes are of the office's.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    mode =
      try values.decodeIfPresent(String.self, forKey: .mode) ?? MentoringCycle.Mode.office.rawValue
    objective = try values.decode(String.self, forKey: .objective)
    weights = try values.decode([String: Int].self, forKey: .weights)
    mentees = try values.decode([FrozenPerson].self, forKey: .mentees)
    mentors = try values.decode([FrozenPerson].self, forKey: .mentors)
    barred = try values.decode([FrozenBar].self, forKey: .barred)
    locks = try values.decode([[Int]].self, forKey: .locks)
    bans = try values.decode([[Int]].self, forKey: .bans)
    menteeRanks = try values.decodeIfPresent([[Int]].self, forKey: .menteeRanks) ?? []
    mentorRanks = try values.decodeIfPresent([[Int]].self, forKey: .mentorRanks) ?? []
  }

  /// As text that is the same for the same inputs.
  package func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// Reads what ``text()`` wrote.
  package init(text: String) throws {
    self = try JSONDecoder().decode(FrozenInputs.self, from: Data(text.utf8))
  }

  /// The mode of peers, who are the same people on both sides, in the same order.
  static let peers = MentoringCycle.Shape.peers.rawValue

  /// Whether they are peers.
  package var arePeers: Bool { mode == Self.peers }

  /// How many look for a mentor.
  package var menteeCount: Int { mentees.count }

  /// How many mentors there are, also without a place.
  package var mentorCount: Int { mentors.count }

  /// Whether someone is among them, on either side.
  package func includes(_ person: PersonID?) -> Bool {
    (mentees + mentors).contains { $0.person == person?.text }
  }

  /// The enrollment of a mentee.
  package func mentee(_ index: Int) -> ID<Enrollment> { ID(stored: mentees[index].id) }

  /// The enrollment of a mentor.
  package func mentor(_ index: Int) -> ID<Enrollment> { ID(stored: mentors[index].id) }

  /// The number of a mentee's enrollment.
  package func index(ofMentee id: ID<Enrollment>) -> Int? {
    mentees.firstIndex { $0.id == id.text }
  }

  /// The number of a mentor's enrollment.
  package func index(ofMentor id: ID<Enrollment>) -> Int? {
    mentors.firstIndex { $0.id == id.text }
  }
}
