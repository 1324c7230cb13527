import Foundation
import Hummingbird
import Kernel
import Logging
import Mail
import SQLStore
import ServiceLifecycle
import UnixSignals
import Web

/// One process that serves: the site, its jobs and its mail on one store.
struct SiteProcess {
  let installation: Installation
  let store: any Store
  let isDemonstration: Bool
  let logger: Logger
  /// The clock and chance; a demonstration may have a clock of its own.
  var world = World.live

  /// Serves until the process is told to stop.
  func run() async throws {
    let running = RunningJobs()
    let world = try installation.withUrnKeys(world)
    let site = Site(
      store: store, world: world,
      configuration: Site.Configuration(
        address: installation.address, isDemonstration: isDemonstration,
        proxies: installation.proxies),
      running: running, logger: logger)
    var services: [any Service] = [
      JobRunner(
        store: store, world: world, kinds: Parts.jobs, running: running,
        siteAddress: installation.address, logger: logger)
    ]
    if let postman = try postman() { services.append(postman) }
    let address = "http://\(installation.host):\(installation.port)/"
    let application = Application(
      router: site.router(),
      configuration: ApplicationConfiguration(
        address: .hostname(installation.host, port: installation.port), serverName: nil),
      services: services,
      onServerRunning: { _ in Terminal.say("Housestaff is at \(address)") },
      logger: logger)
    try await application.runService(gracefulShutdownSignals: [.sigterm, .sigint])
    try await store.close()
  }

  /// The postman; none where no relay is named, so that mail waits in the outbox.
  private func postman() throws -> Postman? {
    guard let transport = try installation.mail.transport() else { return nil }
    guard let from = try? MailAddress(installation.mail.from) else {
      throw Complaint("mail.from is no address: \(installation.mail.from)")
    }
    return Postman(
      store: store, world: world, transport: transport,
      from: Mailbox(from, name: "Housestaff"), logger: logger)
  }
}

extension Installation.MailSettings {
  /// How mail leaves; nil where neither a relay nor a folder is named.
  fileprivate func transport() throws -> (any MailTransport)? {
    if let folder { return FileMailTransport(folder: URL(filePath: folder)) }
    guard let host else { return nil }
    guard let security = SMTPRelay.Security(rawValue: security) else {
      let known = SMTPRelay.Security.allCases.map(\.rawValue).joined(separator: ", ")
      throw Complaint("mail.security is \(self.security); it is one of \(known).")
    }
    var relay = SMTPRelay(host: host, port: port, security: security)
    relay.authorityFile = authorityFile
    if let user, let password { relay.login = SMTPRelay.Login(user: user, password: password) }
    if let problem = relay.problems.first { throw Complaint(problem.sentence) }
    return relay
  }
}
