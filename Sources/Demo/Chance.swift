import Kernel

/// Numbers that look random and are the same for the same seed, on every machine.
///
/// The generator is SplitMix64 (Steele, Lea and Flood, doi 10.1145/2660193.2660195). Each person,
/// training and program draws from a chance of its own, named by a path of numbers: a change in
/// one place leaves all others as they were.
struct Chance: Sendable {
  private var state: UInt64

  /// The chance of a seed at a path, such as the third trainee of a program's class of 2024.
  init(_ seed: UInt64, _ stream: Stream, _ path: Int...) {
    state = Self.mixed(seed &+ Self.step)
    for number in [stream.rawValue] + path {
      state = Self.mixed(state ^ UInt64(bitPattern: Int64(number)) &+ Self.step)
    }
  }

  /// What a chance is drawn for, so that no two draw the same numbers.
  enum Stream: Int {
    case structure = 1
    case program, training, transfer, trainee, appointment, standing, faculty, staff, grant
    case trail, export, councils, elections, concerns, pastConcerns, mentoring, pastMentoring
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number from 0 up to, but not including, a bound greater than 0.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of a range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// True so many times in a thousand.
  mutating func happens(_ perThousand: Int) -> Bool { below(1000) < perThousand }

  /// One of a list that is never empty.
  mutating func pick<Element>(_ list: [Element]) -> Element { list[below(list.count)] }

  /// The list in another order (Fisher and Yates).
  mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
    var list = list
    for index in list.indices.dropFirst().reversed() {
      list.swapAt(index, below(index + 1))
    }
    return list
  }

  /// An identifier as it would have been made around noon of a day.
  mutating func id<Entity>(
    madeOn day: Day, _ type: ID<Entity>.Type = ID<Entity>.self
  ) -> ID<Entity> {
    let noon = day.moment(hour: 12).milliseconds
    return id(madeAt: Instant(milliseconds: noon + Int64(below(3_600_000))))
  }

  /// An identifier as it would have been made at a moment.
  mutating func id<Entity>(
    madeAt moment: Instant, _ type: ID<Entity>.Type = ID<Entity>.self
  ) -> ID<Entity> {
    let halves = [next(), next()]
    let world = World(
      now: { moment },
      randomBytes: { count in
        (0..<count).map { UInt8(truncatingIfNeeded: halves[$0 / 8 % 2] >> (8 * ($0 % 8))) }
      })
    return world.newID()
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
