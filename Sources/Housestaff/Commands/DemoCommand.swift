import ArgumentParser
import Demo
import Foundation
import Kernel
import SQLStore

/// `housestaff demo`: a fictional hospital to walk around in.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Fill a database with a fictional hospital and serve it.",
    discussion: "A database that already holds the demonstration is served as it is.")

  @OptionGroup var options: InstallationOptions

  @Option(help: "Another seed makes another hospital.")
  var seed: UInt64 = FictionalHospital.usualSeed

  @Flag(inversion: .prefixedNo, help: "Serve the site after filling it.")
  var serve = true

  @Option(
    help: "The day on which the demonstration's clock begins, such as 2027-07-01.",
    transform: { text in
      guard let day = Day(text: text) else {
        throw ValidationError("Write a day of the calendar, as in 2027-07-01.")
      }
      return day
    })
  var today: Day?

  @Option(help: "The address to listen on.")
  var host: String?

  @Option(help: "The port to listen on.")
  var port: Int?

  func run() async throws {
    let installation = try await options.installation(host: host, port: port)
    try installation.makeFolder()
    let store = try await installation.openStore()
    let world = try installation.withUrnKeys(
      today.map { World.live(from: $0, in: Settings().timeZone) } ?? .live)
    if try await store.read({ try DemonstrationFill.seed(in: $0) }) == nil {
      let zone = Settings().timeZone
      let hospital = FictionalHospital(seed: seed, today: world.now().day(in: zone))
      try await DemonstrationFill.fill(store, with: hospital, in: world)
      Terminal.say(
        "\(hospital.name) is in \(try installation.location): \(hospital.people.count) people.")
    }
    guard serve else { return try await store.close() }
    try await SiteProcess(
      installation: installation, store: store, isDemonstration: true,
      logger: installation.logger, world: world
    ).run()
  }
}

extension Installation {
  /// Makes the folder of a database file, where it is missing.
  fileprivate func makeFolder() throws {
    guard case .sqlite(let path) = try location else { return }
    let folder = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }
}
