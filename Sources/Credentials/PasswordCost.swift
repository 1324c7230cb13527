/// What one password hash costs: memory and passes over it.
package struct PasswordCost: Hashable, Sendable {
  /// Memory in octets; libsodium takes no less than 8,192.
  package let memory: Int
  /// Passes over that memory; at least 1.
  package let passes: Int

  /// Sets a cost; values below the library's least are raised to it.
  package init(memory: Int, passes: Int) {
    self.memory = max(memory, 8_192)
    self.passes = max(passes, 1)
  }

  /// 19 MiB and two passes, the least that OWASP's password storage sheet gives for argon2id.
  package static let production = PasswordCost(memory: 19 * 1_024 * 1_024, passes: 2)

  /// The least that works. It protects nothing: tests and the demo choose it by name.
  package static let quickForTests = PasswordCost(memory: 8_192, passes: 1)
}
