/// What makes two people a good pair, and how much of it they have.
package enum Criterion: String, Sendable, CaseIterable, Codable {
  /// Topics that the mentee wants to talk about and the mentor offers.
  case topics
  /// Careers that both think of.
  case careers
  /// A specialty that both named.
  case specialties
  /// A language that both speak.
  case languages
  /// A way to meet that suits both.
  case formats
  /// Hours of the week that suit both.
  case hours
  /// They are of different departments.
  case otherDepartment = "other_department"

  /// The greatest weight.
  package static let mostWeight = 10
  /// The weights that a cycle begins with.
  package static let usualWeights: [Criterion: Int] = [
    .topics: 10, .careers: 6, .specialties: 4, .languages: 2, .formats: 2, .hours: 6,
    .otherDepartment: 0,
  ]

  /// Of how many shared things more do not count.
  private static let enough = 3
  /// Of how many shared blocks of two hours more do not count.
  private static let enoughBlocks = 4

  /// How well two people suit each other in this, from 0 to 100.
  ///
  /// Of topics, careers and specialties counts what share of the mentee's wishes the mentor meets,
  /// where three are enough; of languages and formats, whether there is one; of hours, how many
  /// blocks are shared up to four.
  func share(_ mentee: FrozenPerson, _ mentor: FrozenPerson) -> Int {
    share(of: shared(mentee, mentor), wishes: terms(of: mentee).count)
  }

  /// The same from how many things they share, and how many the mentee wishes.
  func share(of shared: Int, wishes: Int) -> Int {
    switch self {
    case .topics, .careers, .specialties:
      wishes == 0 ? 0 : min(100, shared * 100 / min(wishes, Self.enough))
    case .languages, .formats: shared > 0 ? 100 : 0
    case .hours: min(100, shared * 100 / Self.enoughBlocks)
    case .otherDepartment: shared > 0 ? 0 : 100
    }
  }

  /// How many things two people share.
  func shared(_ mentee: FrozenPerson, _ mentor: FrozenPerson) -> Int {
    switch self {
    case .hours: WeekHours(bits: mentee.hours).shared(with: WeekHours(bits: mentor.hours)).count
    case .otherDepartment: mentee.department == mentor.department ? 1 : 0
    default: terms(of: mentee).countShared(with: terms(of: mentor))
    }
  }

  /// The numbers of the terms that someone chose for it, rising; none where it has no terms.
  func terms(of person: FrozenPerson) -> [Int] {
    switch self {
    case .topics: person.topics
    case .careers: person.careers
    case .specialties: person.specialties
    case .languages: person.languages
    case .formats: person.formats
    case .hours, .otherDepartment: []
    }
  }

  /// Whether it counts terms that people chose.
  var hasTerms: Bool { self != .hours && self != .otherDepartment }
}

extension [Int] {
  /// How many numbers stand in both; both rise.
  fileprivate func countShared(with other: [Int]) -> Int {
    var (count, here, there) = (0, startIndex, other.startIndex)
    while here < endIndex, there < other.endIndex {
      if self[here] == other[there] {
        count += 1
        here += 1
        there += 1
      } else if self[here] < other[there] {
        here += 1
      } else {
        there += 1
      }
    }
    return count
  }
}
