import Foundation
package import SQLStore

extension Engine {
  /// The engines that tests run on: SQLite always, PostgreSQL where a server is named.
  ///
  /// Continuous integration has both: there a missing server fails each of its tests, so that
  /// nobody takes half a run for a whole one.
  package static var available: [Engine] {
    let environment = ProcessInfo.processInfo.environment
    let isExpected = environment["CI"] == "true" || environment[TestServer.variable] != nil
    return isExpected ? [.sqlite, .postgres] : [.sqlite]
  }

  /// The engines of ``available`` that are PostgreSQL, for what only a server has.
  package static var server: [Engine] { available.filter { $0 == .postgres } }
}
