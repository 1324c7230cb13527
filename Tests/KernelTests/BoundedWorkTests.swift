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
    let running = Mutex((now: 0, most: 0))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...40 {
        group.addTask {
          try await work.run {
            running.withLock { count in
              count.now += 1
              count.most = max(count.most, count.now)
            }
            Thread.sleep(forTimeInterval: 0.002)
            running.withLock { $0.now -= 1 }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(running.withLock { $0.most } == 2)
  }

  @Test func `what finds no place is refused at once, and places come back`() async throws {
    let work = BoundedWork(atOnce: 1, waiting: 1)
    let semaphore = DispatchSemaphore(value: 0)
    let begun = Mutex(0)
    let blocked = (1...2).map { _ in
      Task {
        begun.withLock { $0 += 1 }
        try await work.run { semaphore.wait() }
      }
    }
    while begun.withLock({ $0 }) < 2 { await Task.yield() }
    try await Task.sleep(for: .milliseconds(50))
    await #expect(throws: Busy()) { try await work.run {} }
    for _ in 1...2 { semaphore.signal() }
    for task in blocked { try await task.value }
    try await work.run {}
  }
}
