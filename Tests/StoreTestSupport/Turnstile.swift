/// Lets only so many through at a time: a server has a bounded number of connections.
actor Turnstile {
  /// The one before the server that all tests share.
  static let server = Turnstile(places: 8)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(places: Int) { free = places }

  /// Waits for a place, and leaves it when the work is done.
  nonisolated func pass<Answer>(_ work: () async throws -> Answer) async throws -> Answer {
    await enter()
    do {
      let answer = try await work()
      await leave()
      return answer
    } catch {
      await leave()
      throw error
    }
  }

  private func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
