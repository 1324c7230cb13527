import Credentials
import Kernel
import SQLStore

/// The stored counts of wrong attempts.
///
/// An attempt is counted before the password is looked at and the count taken back when it was
/// right: so many attempts sent at the same moment count like attempts one after the other.
struct SignInThrottle: Sendable {
  /// What is counted together.
  struct Key: Sendable {
    /// A hash; what it was made of is in the clear nowhere.
    let name: String
    let rule: Throttle
    /// Whether a right attempt forgets all wrong ones before, or only takes back its own count.
    let isForgiving: Bool

    init(_ parts: [String], _ rule: Throttle, isForgiving: Bool) {
      self.name = SecretToken.tokenHash(of: parts.joined(separator: "\n"))
      self.rule = rule
      self.isForgiving = isForgiving
    }
  }

  let keys: [Key]

  /// The counts of a password: by account and network, by account, by network.
  static func password(account: String, network: String?) -> SignInThrottle {
    var keys = [Key(["password", account], .account, isForgiving: true)]
    if let network {
      keys.append(Key(["password", account, network], .accountFromAddress, isForgiving: true))
      keys.append(Key(["password", "", network], .address, isForgiving: false))
    }
    return SignInThrottle(keys: keys)
  }

  /// The count of second factors, by person: whoever gets there has shown the first already.
  ///
  /// At the longest wait a guesser has 288 codes a day, each right with three in a million.
  static func secondFactor(of person: PersonID) -> SignInThrottle {
    let rule = Throttle(free: 5, firstWait: 2_000, longestWait: 300_000, halving: 1_800_000)
    return SignInThrottle(keys: [Key(["second factor", person.text], rule, isForgiving: true)])
  }

  /// Counts an attempt, unless someone has to wait still; a waiting one is not counted.
  /// - Returns: the seconds to wait; nil where the attempt may be made.
  func charge(now: Instant, writer: any SQLWriter) throws -> Int? {
    var stored: [String: Throttle.Failures] = [:]
    try writer.forEach(
      """
      SELECT key, failures, last_at FROM sign_in_throttle WHERE key IN (\(list: keys.map(\.name)))
      """
    ) { row in
      stored[try row.text("key")] = Throttle.Failures(
        count: try row.integer("failures"), last: try row.instant("last_at").milliseconds)
    }
    let wait = keys.map { $0.rule.wait(after: stored[$0.name], at: now.milliseconds) }.max() ?? 0
    if wait > 0 { return Int((wait + 999) / 1000) }
    for key in keys {
      let failures = key.rule.failures(after: stored[key.name], failingAt: now.milliseconds)
      try writer.execute(
        """
        INSERT INTO sign_in_throttle (key, failures, last_at)
        VALUES (\(key.name), \(failures.count), \(Instant(milliseconds: failures.last)))
        ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
        """)
    }
    return nil
  }

  /// Takes the count of a right attempt back.
  func succeed(writer: any SQLWriter) throws {
    let forgiven = keys.filter(\.isForgiving).map(\.name)
    try writer.execute("DELETE FROM sign_in_throttle WHERE key IN (\(list: forgiven))")
    try takeBack(keys.filter { !$0.isForgiving }, writer)
  }

  /// Takes the count of an attempt back that was never decided.
  func takeBack(writer: any SQLWriter) throws {
    try takeBack(keys, writer)
  }

  private func takeBack(_ keys: [Key], _ writer: any SQLWriter) throws {
    try writer.execute(
      """
      UPDATE sign_in_throttle SET failures = failures - 1
      WHERE key IN (\(list: keys.map(\.name))) AND failures > 0
      """)
  }
}
