/// A whole name in one cell.
enum FullName {
  /// The parts of `Okafor, Amara`, `Okafor, Amara, MD` or `Amara Okafor`.
  ///
  /// Without a comma the last word is taken for the family name; one word alone is a family name.
  static func parts(
    _ name: String, hasDegrees: Bool
  ) -> (family: String, given: String?, degrees: String?) {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map {
      RosterCell.clean(String($0))
    }
    if parts.count > 1, !parts[0].isEmpty, !parts[1].isEmpty {
      let rest = parts[2...].filter { !$0.isEmpty }.joined(separator: ", ")
      return (parts[0], parts[1], hasDegrees || rest.isEmpty ? nil : rest)
    }
    let whole = parts.first { !$0.isEmpty } ?? name
    guard let space = whole.lastIndex(of: " ") else { return (whole, "", nil) }
    return (String(whole[whole.index(after: space)...]), String(whole[..<space]), nil)
  }
}
