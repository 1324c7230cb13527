import Accounts
import Credentials
import Hummingbird
import HummingbirdTesting
import Kernel
import Logging
import RosterTestSupport
import SQLStore
import Web

/// The site with its cast, a clock that can be moved and browsers that keep cookies.
struct Door: Sendable {
  let store: any Store
  let cast: Cast
  let clock: MovingClock
  let world: World
  private let client: any TestClientProtocol

  static let password = "seven lamps over the ward"

  init(
    store: any Store, cast: Cast, clock: MovingClock, world: World, client: any TestClientProtocol
  ) {
    self.store = store
    self.cast = cast
    self.clock = clock
    self.world = world
    self.client = client
  }

  /// A new browser without cookies.
  func visitor() -> Visitor { Visitor(client) }

  /// The path of the link in the newest mail.
  func mailedLink() async throws -> String {
    let body = try await mails().first?.body ?? ""
    let line = body.split(separator: "\n").first { $0.contains("/sign-in/link/") } ?? ""
    return String(line.dropFirst("http://localhost".count))
  }

  /// The mails, newest first.
  func mails() async throws -> [OutboxMessage] {
    try await store.read { try Outbox.latest(state: nil, before: nil, reader: $0) }
  }

  /// A browser that signed in by a mailed link.
  func signedIn(_ address: String) async throws -> Visitor {
    let visitor = visitor()
    // Mails of one moment have no order.
    clock.advance(seconds: 1)
    try await visitor.submit("/sign-in/link", ["address": address])
    try await visitor.submit(try await mailedLink())
    return visitor
  }

  /// Gives someone the password, through the pages.
  func givePassword(_ address: String) async throws {
    let visitor = try await signedIn(address)
    try await visitor.submit(
      "/security/password",
      ["new-password": Self.password, "new-password-again": Self.password])
  }

  /// Sets up a second factor through the pages of a browser that is signed in; the app.
  func giveSecondFactor(_ visitor: Visitor) async throws -> OneTimePassword? {
    try await visitor.submit("/security/second-factor", to: "/security/second-factor/start")
    let page = try await visitor.get("/security/second-factor")
    let app = Self.app(on: page)
    try await visitor.submit("/security/second-factor", ["code": code(app)])
    clock.advance(seconds: 30)
    return app
  }

  /// The app that has scanned what a page shows.
  static func app(on page: Visitor.Answer) -> OneTimePassword? {
    let key = page.text.split(separator: "id=\"key\">").dropFirst().first?.prefix { $0 != "<" }
    return key.flatMap { OneTimePassword(base32: String($0)) }
  }

  /// The code that an app shows now.
  func code(_ app: OneTimePassword?) -> String {
    app?.code(step: OneTimePassword.step(at: clock.now.milliseconds)) ?? ""
  }
}

/// Lends the site on a store of an engine, with cookies as a site of an address sets them.
func withDoor<Answer: Sendable>(
  _ engine: Engine, address: String = "http://localhost", isDemonstration: Bool = false,
  _ body: @escaping @Sendable (Door) async throws -> Answer
) async throws -> Answer {
  try await withStage(engine) { stage in
    let clock = MovingClock()
    let random = stage.world.randomBytes
    let world = World(now: { clock.now }, randomBytes: random)
    let site = Site(
      store: stage.store, world: world,
      configuration: Site.Configuration(address: address, isDemonstration: isDemonstration),
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    return try await Application(router: site.router()).test(.router) { client in
      try await body(
        Door(store: stage.store, cast: stage.cast, clock: clock, world: world, client: client))
    }
  }
}
