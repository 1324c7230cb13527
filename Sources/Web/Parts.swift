/// The one list of all parts.
package enum Parts {
  /// Every part of the site.
  package static let all: [any Part] = [HomePart(), PeoplePart(), AccountsPart()]

  /// The routes of all parts.
  package static func routes() -> Routes {
    var routes = Routes()
    for part in all { part.register(in: &routes) }
    return routes
  }
}
