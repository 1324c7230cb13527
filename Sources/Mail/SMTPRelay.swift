/// The hospital's mail relay, and how to reach it.
///
/// Signing, bounces and the way to the mailbox are the relay's business.
package struct SMTPRelay: Hashable, Sendable {
  /// How the connection is protected.
  package enum Security: String, Hashable, Sendable, CaseIterable {
    /// Not at all: for a relay on this machine or on a trusted wire.
    case none
    /// It begins in the clear and must turn to TLS before anything is said (usually port 587).
    case startTLS = "starttls"
    /// TLS from the first octet (usually port 465).
    case implicitTLS = "tls"
  }

  /// A name and a password for the relay.
  package struct Login: Hashable, Sendable {
    /// The user name.
    package var user: String
    /// The password.
    package var password: String

    /// Joins a name and a password.
    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// What is wrong with a configuration.
  package enum Problem: Hashable, Sendable {
    /// Not a host name or an address.
    case host(String)
    /// Not between 1 and 65535.
    case port(Int)
    /// Not between 1 and 600 seconds.
    case timeout(Int)
    /// Not a host name.
    case helloName(String)
    /// The password would travel in the clear.
    case loginWithoutTLS
    /// The user name or the password is empty or holds a control character.
    case login

    /// The problem in a plain sentence.
    package var sentence: String {
      switch self {
      case .host(let host): "“\(host)” is not the name or address of a mail relay."
      case .port(let port): "\(port) is not a port: use a number from 1 to 65535."
      case .timeout(let timeout): "Wait from 1 to 600 seconds for the mail relay, not \(timeout)."
      case .helloName(let name): "“\(name)” is not a name to greet the mail relay with."
      case .loginWithoutTLS:
        "The mail relay's password needs STARTTLS or TLS: it would go in the clear."
      case .login: "The mail relay's user name or password is empty or holds a line break."
      }
    }
  }

  /// Its name or address.
  package var host: String
  /// Its port.
  package var port: Int
  /// How the connection is protected.
  package var security: Security
  /// Who signs in; nil when the relay knows this server by its address.
  package var login: Login?
  /// A PEM file of the authorities to believe instead of the system's; for a relay of one's own.
  package var authorityFile: String?
  /// Seconds that one delivery may take; saying goodbye may take as many again.
  package var timeout = 30
  /// The name in EHLO; nil gives this machine's.
  package var helloName: String?
  /// Where bounces go; nil sends them to the sender of the message.
  package var bounceAddress: MailAddress?

  /// Names a relay; set what else it needs.
  package init(host: String, port: Int, security: Security) {
    self.host = host
    self.port = port
    self.security = security
  }

  /// All that is wrong with the configuration; nothing is delivered while there is any.
  package var problems: [Problem] {
    var problems: [Problem] = []
    if !Self.isHost(host) { problems.append(.host(host)) }
    if !(1...65_535).contains(port) { problems.append(.port(port)) }
    if !(1...600).contains(timeout) { problems.append(.timeout(timeout)) }
    if let helloName, !Self.isHost(helloName) { problems.append(.helloName(helloName)) }
    if let login {
      if security == .none { problems.append(.loginWithoutTLS) }
      if [login.user, login.password].contains(where: Self.isUnusable) { problems.append(.login) }
    }
    return problems
  }

  /// The address in libcurl's form.
  var url: String {
    let scheme = security == .implicitTLS ? "smtps" : "smtp"
    let bracketed = host.contains(":") ? "[\(host)]" : host
    return "\(scheme)://\(bracketed):\(port)/\(helloName ?? "")"
  }

  private static func isHost(_ text: String) -> Bool {
    (1...253).contains(text.utf8.count)
      && text.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "-.:".utf8.contains($0) }
  }

  private static func isUnusable(_ text: String) -> Bool {
    text.isEmpty || text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}

extension SMTPRelay.Login: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
  package var description: String { "Login(user: \(user), password: not shown)" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: ["user": user]) }
}
