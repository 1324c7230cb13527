package import Kernel
import Synchronization

/// Keys of elections in memory: for tests, and for elections that are over before the program ends.
package final class MemoryUrnKeys: UrnKeys {
  private let seeds = Mutex<[UrnKey: [UInt8]]>([:])

  package init() {}

  package var obstacle: String? { nil }

  package func keep(_ seed: [UInt8], of key: UrnKey) {
    seeds.withLock { $0[key] = seed }
  }

  package func seed(of key: UrnKey) -> [UInt8]? {
    seeds.withLock { $0[key] }
  }

  package func elections() -> [String] {
    seeds.withLock { Array(Set($0.keys.map(\.election))).sorted() }
  }

  package func destroy(of election: String) {
    seeds.withLock { seeds in
      for key in seeds.keys where key.election == election { seeds[key] = nil }
    }
  }
}
