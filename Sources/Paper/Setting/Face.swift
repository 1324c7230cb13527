/// A family of letters, with the families that stand in for scripts that it does not have.
enum Face: Hashable {
  /// For the few large words.
  case display
  /// For what is read.
  case text
  /// For what is small.
  case plain

  /// The families in order, as pango takes them. Behind them any other of the machine is looked
  /// for; that this list comes first keeps the scripts of one page alike.
  func families(for language: String) -> String {
    let han = Self.han(for: language)
    let names =
      switch self {
      case .display: ["Noto Serif Display", "Noto Serif"] + Self.serif + ["Noto Serif CJK \(han)"]
      case .text: ["Noto Serif"] + Self.serif + ["Noto Serif CJK \(han)"]
      case .plain: ["Noto Sans"] + Self.sans + ["Noto Sans CJK \(han)", "sans-serif"]
      }
    return (self == .plain ? names : names + ["serif"]).joined(separator: ",")
  }

  private static let serif = ["Noto Naskh Arabic", "Noto Serif Hebrew", "Noto Serif Devanagari"]
  private static let sans = ["Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari"]

  /// Whose shapes Han characters have: one character is drawn otherwise in each country.
  private static func han(for language: String) -> String {
    let tag = language.lowercased()
    if tag.hasPrefix("ko") { return "KR" }
    guard tag.hasPrefix("zh") else { return "JP" }
    return ["hant", "tw", "hk", "mo"].contains { tag.hasSuffix($0) } ? "TC" : "SC"
  }
}
