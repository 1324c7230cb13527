import CSodium

/// The one-time start of libsodium, which its other functions ask for.
enum Sodium {
  /// Starts the library on first use; reading it again costs nothing and is safe on any thread.
  static let isStarted: Bool = sodium_init() >= 0
}
