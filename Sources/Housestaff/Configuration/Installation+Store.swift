import Foundation
import Kernel
import SQLStore
import Schema
import Stores

extension Installation {
  /// Where the database is.
  var location: StoreLocation {
    get throws {
      do {
        return try StoreLocation(database)
      } catch {
        throw Complaint(error.description)
      }
    }
  }

  /// Whether there is a database: a file can be missing, a server answers for itself.
  var hasDatabase: Bool {
    get throws {
      switch try location {
      case .sqlite(let path): FileManager.default.fileExists(atPath: path)
      case .postgres: true
      }
    }
  }

  /// Opens the database and brings it to the shape that this program expects.
  func openStore(for use: StoreUse = .serving) async throws -> any Store {
    let store = try await Stores.openStore(at: location, for: use)
    do {
      try await Migrator().migrate(store, now: World.live.now().text)
    } catch {
      try? await store.close()
      throw error
    }
    return store
  }

  /// Opens the database for one piece of work, and closes it.
  /// - Throws: refusals and problems as a ``Complaint`` in the words of the database's institution.
  func withStore<Answer>(_ work: (any Store) async throws -> Answer) async throws -> Answer {
    let store = try await openStore(for: .maintenance)
    do {
      let answer = try await work(store)
      try await store.close()
      return answer
    } catch {
      let words = try? await store.read { Words(try Settings(reader: $0)) }
      try? await store.close()
      if let complaint = Complaint(error, in: words ?? .ours) { throw complaint }
      throw error
    }
  }
}
