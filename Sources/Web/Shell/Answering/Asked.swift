import Accounts
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Roster
import SQLStore

/// What a request carries of itself, before anything is read from the store.
struct Asked: Sendable {
  let token: String?
  let query: FormFields
  let here: String
  let cameFrom: Location?
  let flash: String?
  let now: Instant
  /// The world in which the moment of the request stands still.
  let world: World
  let configuration: Site.Configuration

  init(_ request: Request, in world: World, _ configuration: Site.Configuration) {
    let now = world.now()
    var standing = world
    standing.now = { now }
    self.world = standing
    let cookies = SiteCookies(request.headers[.cookie] ?? "", configuration)
    self.token = cookies.session
    self.flash = cookies.flash
    self.query = FormFields(encoded: request.uri.query ?? "") ?? FormFields()
    self.here = request.head.path ?? "/"
    self.cameFrom = request.cameFrom(configuration)
    self.now = now
    self.configuration = configuration
  }

  /// The visit, read in the same transaction as what it is about to see.
  func visit(_ reader: any SQLReader) throws -> Visit {
    let settings = try Settings(reader: reader)
    let today = now.day(in: settings.timeZone)
    let session = try token.flatMap {
      try Session.open(tokenHash: TokenHash.of($0), now: now, reader: reader)
    }
    let viewer =
      try session.map {
        $0.awaitsSecondFactor
          ? .anonymous(now: now, today: today)
          : try Viewer(person: $0.person, now: now, today: today, reader: reader)
      } ?? .anonymous(now: now, today: today)
    return Visit(
      viewer: viewer, session: session, world: world, settings: settings, query: query,
      here: here, cameFrom: cameFrom,
      sessionSecret: session == nil ? nil : token.map(SessionSecret.init),
      formToken: token.map(TokenHash.formToken(of:)) ?? "", flash: flash,
      isDemonstration: configuration.isDemonstration, words: Words(settings))
  }
}
