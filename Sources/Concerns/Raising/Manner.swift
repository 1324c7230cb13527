/// How much someone says of themselves with a concern.
package enum Manner: String, Sendable, CaseIterable {
  /// Responders know the name, and may tell it to those who have to act.
  case named
  /// Responders know the name and tell nobody, as far as the law lets them.
  case confidential
  /// Nobody knows, and nothing is kept from which it could be found out.
  case anonymous
}
