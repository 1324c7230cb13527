import Kernel
import Mentoring
import Roster
import SQLStore

/// A part of the career resources that stands on a page of its own.
enum ResourceShelf: Sendable, Equatable {
  case audience(CareerResource.Audience)
  case all
  /// Those that wait to be looked over, for whoever keeps them.
  case review
  /// Those that were taken away, for whoever kept them.
  case retired

  /// The shelf that an address names.
  init?(_ word: String) {
    guard let found = Self.every.first(where: { $0.word == word }) else { return nil }
    self = found
  }

  private static let every: [ResourceShelf] =
    [.audience(.trainees), .audience(.faculty), .audience(.students), .all, .review, .retired]

  /// The shelves that someone has.
  static func all(for keeper: ResourceKeeper) -> [ResourceShelf] {
    keeper.keepsSome ? every : every.filter { $0 != .review && $0 != .retired }
  }

  /// The shelf of what the viewer is themselves.
  static func usual(_ visit: Visit, _ reader: any SQLReader) throws -> ResourceShelf {
    guard let person = visit.viewer.person else { return .all }
    switch try Training.of([person], on: visit.viewer.today, reader: reader)[person]?.capacity {
    case .trainee: return .audience(.trainees)
    case .faculty: return .audience(.faculty)
    default: return .all
    }
  }

  /// As addresses name it.
  var word: String {
    switch self {
    case .audience(let audience): audience.rawValue
    case .all: "all"
    case .review: "review"
    case .retired: "retired"
    }
  }

  /// As pages name it.
  var label: String {
    switch self {
    case .audience(let audience): ResourceWords.audience(audience)
    case .all: "All"
    case .review: "To look over"
    case .retired: "Taken away"
    }
  }

  func has(_ one: CareerResource, _ keeper: ResourceKeeper, on today: Day) -> Bool {
    switch self {
    case .audience(let audience): !one.isRetired && one.audiences.contains(audience)
    case .all: !one.isRetired
    case .review: one.isForReview(by: keeper, on: today)
    case .retired: one.isRetired
    }
  }
}
