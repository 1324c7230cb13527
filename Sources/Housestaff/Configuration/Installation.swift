import Configuration
import Foundation
import SystemPackage

/// What an installation is told: by options, then environment variables, then a file.
///
/// A key such as `mail.host` is `HOUSESTAFF_MAIL_HOST` in the environment and `host` under `mail`
/// in the YAML file.
struct Installation: Sendable {
  /// A path of a SQLite file, or a `postgres://` address.
  let database: String
  let host: String
  let port: Int
  /// The address under which people reach the site, without a slash at the end.
  let address: String
  /// The addresses of proxies whose `X-Forwarded-For` is believed.
  let proxies: Set<String>
  let mail: MailSettings
  /// The folder of the keys of open elections; nil where nobody named one.
  let urnKeys: String?
  let logLevel: String

  /// How mail leaves.
  struct MailSettings: Sendable {
    /// The address in `From`.
    let from: String
    /// The relay's name; without one, mail waits in the outbox.
    let host: String?
    let port: Int
    /// `none`, `starttls` or `tls`.
    let security: String
    let user: String?
    let password: String?
    let authorityFile: String?
    /// Write messages into this folder in place of sending them.
    let folder: String?
  }

  /// Reads everything; an option of the command comes before the environment and the file.
  /// - Parameter file: the path of the file; nil looks for `housestaff.yaml` in this folder.
  static func read(file: String?, options: CommandOptions) async throws -> Installation {
    let environment = EnvironmentVariablesProvider(
      secretsSpecifier: .specific(["HOUSESTAFF_MAIL_PASSWORD", "HOUSESTAFF_DATABASE"])
    ).prefixKeys(with: "housestaff")
    let provider = try await FileProvider<YAMLSnapshot>(
      parsingOptions: YAMLSnapshot.ParsingOptions(
        secretsSpecifier: .specific(["mail.password", "database"])),
      filePath: FilePath(file ?? "housestaff.yaml"), allowMissing: file == nil)
    return Installation(ConfigReader(providers: [environment, provider]), options)
  }

  private init(_ reader: ConfigReader, _ options: CommandOptions) {
    self.database =
      options.database
      ?? reader.string(forKey: "database", isSecret: true, default: "housestaff.sqlite")
    self.host = options.host ?? reader.string(forKey: "http.host", default: "127.0.0.1")
    let port = options.port ?? reader.int(forKey: "http.port", default: 8080)
    self.port = port
    let address = reader.string(forKey: "address", default: "http://127.0.0.1:\(port)")
    self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
    self.proxies = Set(reader.stringArray(forKey: "http.proxies", default: []))
    self.mail = MailSettings(reader.scoped(to: "mail"))
    self.urnKeys = reader.string(forKey: "elections.keys")
    self.logLevel = reader.string(forKey: "log.level", default: "notice")
  }
}

extension Installation.MailSettings {
  fileprivate init(_ reader: ConfigReader) {
    self.from = reader.string(forKey: "from", default: "housestaff@localhost.localdomain")
    self.host = reader.string(forKey: "host")
    self.port = reader.int(forKey: "port", default: 587)
    self.security = reader.string(forKey: "security", default: "starttls")
    self.user = reader.string(forKey: "user")
    self.password = reader.string(forKey: "password", isSecret: true)
    self.authorityFile = reader.string(forKey: "authority-file")
    self.folder = reader.string(forKey: "folder")
  }
}

/// What the options of a command said of the installation.
struct CommandOptions: Sendable {
  var database: String?
  var host: String?
  var port: Int?
}
