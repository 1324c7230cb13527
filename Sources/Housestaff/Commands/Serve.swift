import ArgumentParser
import Logging
import SQLStore

/// `housestaff serve`: the site and its jobs, until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the site, carry out its jobs and send its mail.")

  @OptionGroup var options: InstallationOptions

  @Option(help: "The address to listen on.")
  var host: String?

  @Option(help: "The port to listen on.")
  var port: Int?

  func run() async throws {
    let installation = try await options.installation(host: host, port: port)
    let store = try await installation.openStore()
    try await SiteProcess(
      installation: installation, store: store, isDemonstration: false,
      logger: installation.logger
    ).run()
  }
}
