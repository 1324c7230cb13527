import Foundation
import Kernel
import Synchronization
import Testing

@Suite struct BoundedWorkTests {
  @Test func `work runs, and throws what it throws`() async throws {
    struct Broken: Error {}
    let work = BoundedWork(atOnce: 2, waiting: 10)
    #expect(try await work.run { 42 } == 42)
    await #expect(throws: Broken.self) { try await work.run { throw Broken() } }
  }

  @Test func `no more run at once than allowed`() async throws {
    let work = BoundedWork(atOnce: 2, waiting: 100)
    let tally = Tally()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...40 {
        group.addTask {
          try await work.run {
            tally.enter()
            Thread.sleep(forTimeInterval: 0.002)
            tally.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect((1...2).contains(tally.most))
  }

  @Test func `as many run at once as allowed`() async throws {
    let work = BoundedWork(atOnce: 2, waiting: 0)
    let (left, right) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    // Each waits for the other: one after the other they would never end.
    async let first: Void = work.run {
      left.signal()
      right.wait()
    }
    async let second: Void = work.run {
      right.signal()
      left.wait()
    }
    _ = try await (first, second)
  }

  @Test func `what finds no place is refused at once, and places come back`() async throws {
    let work = BoundedWork(atOnce: 1, waiting: 1)
    let semaphore = DispatchSemaphore(value: 0)
    let tally = Tally()
    // Three come for two places: one of them is refused, whichever it is.
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for _ in 1...3 {
        group.addTask {
          do {
            try await work.run { semaphore.wait() }
            return true
          } catch {
            tally.enter()
            return false
          }
        }
      }
      while tally.most == 0 { await Task.yield() }
      for _ in 1...2 { semaphore.signal() }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { !$0 } == 1)
    #expect(try await work.run { 7 } == 7)
  }
}

/// Counts how many are in, and how many were at most.
private final class Tally: Sendable {
  private let counts = Mutex((now: 0, most: 0))

  var most: Int { counts.withLock { $0.most } }

  func enter() {
    counts.withLock { counts in
      counts.now += 1
      counts.most = max(counts.most, counts.now)
    }
  }

  func leave() { counts.withLock { $0.now -= 1 } }
}
