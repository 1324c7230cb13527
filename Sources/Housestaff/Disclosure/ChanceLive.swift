/// The machine's own chance, for noise that protects people.
struct Chance: RandomNumberGenerator {
  private var machine = SystemRandomNumberGenerator()

  /// The only one.
  static var live: Chance { Chance() }

  mutating func next() -> UInt64 { machine.next() }
}
