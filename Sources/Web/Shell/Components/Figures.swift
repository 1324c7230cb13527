import Kernel

/// Numbers and names as pages show them.
enum Figures {
  /// `162,000`.
  static func grouped(_ number: Int) -> String {
    GroupedDigits.of(number)
  }

  /// `1 person`, `2 people`.
  static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(grouped(number)) \(number == 1 ? one : many)"
  }

  /// The first letters of a name's first and last word.
  static func initials(_ name: String) -> String {
    let words = name.split(separator: " ")
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
    return String(letters).uppercased()
  }
}
