import ArgumentParser

/// The options that every command takes.
struct InstallationOptions: ParsableArguments {
  @Option(help: "A path of a SQLite file, or a postgres:// address.")
  var database: String?

  @Option(help: "A YAML file with settings; housestaff.yaml in this folder where there is one.")
  var config: String?

  /// The installation that the options, the environment and the file describe.
  func installation(host: String? = nil, port: Int? = nil) async throws -> Installation {
    try await Installation.read(
      file: config, options: CommandOptions(database: database, host: host, port: port))
  }
}
