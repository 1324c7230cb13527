import Kernel

/// Chance out of a world, in the form that shuffling takes.
struct WorldChance: RandomNumberGenerator {
  let world: World

  mutating func next() -> UInt64 {
    world.randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
