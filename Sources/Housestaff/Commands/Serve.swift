import ArgumentParser

/// `housestaff serve`: the site and its jobs, until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Serve the site.")

  @OptionGroup var options: InstallationOptions

  func run() async throws {
    _ = try await options.installation()
  }
}
