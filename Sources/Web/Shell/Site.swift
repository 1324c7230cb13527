package import Kernel
package import Logging
package import SQLStore

/// What all pages stand on: the store, the world and how the site is reached.
package struct Site: Sendable {
  package let store: any Store
  package let world: World
  package let configuration: Configuration
  package let logger: Logger
  /// The jobs of this process, for pages that show how far one is.
  package let running: RunningJobs

  /// How the site is reached and what it offers.
  package struct Configuration: Sendable {
    /// The address under which people reach the site, without a slash at the end; links in mail
    /// begin with it.
    package var address: String
    /// Whether "sign in as" is offered and every page says that it is a demonstration.
    package var isDemonstration: Bool
    /// The addresses of proxies in front of the site, whose word on where a request is from counts.
    package var proxies: Set<String>

    package init(
      address: String, isDemonstration: Bool = false, proxies: Set<String> = []
    ) {
      self.address = address
      self.isDemonstration = isDemonstration
      self.proxies = proxies
    }

    /// Whether cookies are sent over TLS alone.
    var isSecure: Bool { address.hasPrefix("https://") }
  }

  package init(
    store: any Store, world: World, configuration: Configuration,
    running: RunningJobs = RunningJobs(), logger: Logger
  ) {
    self.store = store
    self.world = world
    self.configuration = configuration
    self.running = running
    self.logger = logger
  }
}
