import Crypto
import Kernel
import Synchronization

extension World {
  /// The same clock, with identifiers that sort in the order in which they are made, also within a
  /// millisecond.
  ///
  /// Hundreds of thousands of them go into the databases' indexes; in order, each goes to the end
  /// (RFC 9562, 6.2, method 1: a counter behind the time). Their other bits grow out of one seed,
  /// for asking the system each time would cost more than making them.
  func countingUp() -> World {
    let chance = Mutex(CountedChance(seed: randomBytes(32)))
    return World(now: now, randomBytes: { count in chance.withLock { $0.bytes(count) } })
  }
}

/// Bytes that nobody can predict who does not know the seed, with a counter where an identifier
/// has its highest bits behind the time.
private struct CountedChance {
  private var seeded = SHA256()
  private var blocks: UInt64 = 0
  private var block: [UInt8] = []
  private var used = 0
  private var counter: UInt32 = 0

  init(seed: [UInt8]) {
    seeded.update(data: seed)
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    if used + count > block.count { refill(count) }
    var bytes = Array(block[used..<(used + count)])
    used += count
    if count == 16 {
      // Four bits beside the version, eight, and six beside the variant: 2^18 in a millisecond.
      counter = (counter + 1) & 0x3FFFF
      bytes[6] = UInt8(counter >> 14)
      bytes[7] = UInt8(truncatingIfNeeded: counter >> 6)
      bytes[8] = UInt8(counter & 0x3F)
    }
    return bytes
  }

  /// SHA-256 of the seed and a number that never comes back.
  private mutating func refill(_ count: Int) {
    block.removeAll(keepingCapacity: true)
    used = 0
    while block.count < max(count, 4096) {
      var next = seeded
      withUnsafeBytes(of: blocks) { next.update(bufferPointer: $0) }
      block.append(contentsOf: next.finalize())
      blocks += 1
    }
  }
}
