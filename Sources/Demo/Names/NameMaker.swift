import Kernel
import Roster

/// Makes names of many cultures, and mail addresses that no two people share.
struct NameMaker {
  private var taken: Set<String>

  /// A maker that leaves addresses alone which are taken already.
  init(taken: [String] = []) {
    self.taken = Set(taken.map { String($0.prefix { $0 != "@" }) })
  }

  /// A name, and the address at work that goes with it.
  struct Named {
    let name: PersonName
    let address: String
  }

  /// Draws a name and takes the next free address for it.
  mutating func named(_ chance: inout Chance) -> Named {
    let culture = Self.culture(&chance)
    let isWoman = chance.happens(500)
    let given = chance.pick(isWoman ? culture.women : culture.men)
    var family = culture.family(woman: isWoman, &chance)
    // Hyphens join names of one alphabet only.
    let isLatin = given.text == given.latin
    if chance.happens(35), isLatin, culture.custom != .oneWord {
      family = Self.joined(family, chance.pick(Self.all).family(woman: isWoman, &chance))
    }
    if chance.happens(3), isLatin { family = Self.veryLong(family, &chance) }
    let name = PersonName(
      given: culture.custom == .oneWord ? "" : given.text,
      family: culture.custom == .oneWord ? given.text : family.text,
      preferred: Self.preferred(given, &chance))
    return Named(
      name: name,
      address: address(culture.custom == .oneWord ? [given.latin] : [given.latin, family.latin]))
  }

  /// The next free address of someone whose name is already known, by its Latin words.
  mutating func address(_ words: [String]) -> String {
    let local = words.map(Self.letters).filter { !$0.isEmpty }.joined(separator: ".").prefix(48)
    var candidate = String(local)
    var number = 1
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(local)\(number)"
    }
    return candidate + "@hospital.example"
  }

  private static func letters(_ text: String) -> String {
    FoldedText.key(text).filter { $0.isASCII && ($0.isLetter || $0 == "-") }
  }

  /// The name by which someone is called, where it is not the given one.
  private static func preferred(_ given: Culture.Part, _ chance: inout Chance) -> String? {
    given.text == given.latin && chance.happens(100) ? chance.pick(nicknames) : nil
  }

  private static func joined(_ left: Culture.Part, _ right: Culture.Part) -> Culture.Part {
    guard left.latin != right.latin else { return left }
    return Culture.Part(
      text: "\(left.text)-\(right.latin)", latin: "\(left.latin)-\(right.latin)")
  }

  private static func veryLong(_ family: Culture.Part, _ chance: inout Chance) -> Culture.Part {
    var long = family
    for _ in 0..<3 {
      long = joined(long, chance.pick(Culture.europe + Culture.asia).family(woman: true, &chance))
    }
    return long
  }

  private static func culture(_ chance: inout Chance) -> Culture {
    var rest = chance.below(totalWeight)
    for culture in all {
      rest -= culture.weight
      if rest < 0 { return culture }
    }
    return all[0]
  }

  private static let all = Culture.americas + Culture.europe + Culture.africa + Culture.asia
  private static let totalWeight = all.reduce(0) { $0 + $1.weight }
  private static let nicknames = [
    "Alex", "Bea", "Bo", "Charlie", "Dani", "Eli", "Finn", "Gabe", "Jo", "Kai", "Kit", "Lou",
    "Max", "Mel", "Nic", "Ray", "Remy", "Rio", "Sam", "Sasha", "Sunny", "Teo", "Val", "Wren",
  ]
}

extension Culture {
  /// Draws a family name.
  func family(woman: Bool, _ chance: inout Chance) -> Part {
    let drawn = chance.pick(families)
    switch custom {
    case .plain: return drawn
    case .oneWord: return chance.pick(men)
    case .composed:
      let ending = chance.pick([
        "bourne", "bridge", "by", "combe", "croft", "field", "ford", "ham", "hurst", "land",
        "ley", "more", "stead", "ton", "well", "wick", "wood", "worth",
      ])
      return Part(text: drawn.text + ending, latin: drawn.latin + ending)
    case .twoFamilies:
      let second = chance.pick(families)
      guard chance.happens(350), second.text != drawn.text else { return drawn }
      return Part(text: "\(drawn.text) \(second.text)", latin: "\(drawn.latin)-\(second.latin)")
    case .patronymic:
      let ending = woman ? "dóttir" : "son"
      return Part(text: drawn.text + ending, latin: drawn.latin + ending)
    case .gendered: return woman ? drawn.feminine : drawn
    }
  }
}

extension Culture.Part {
  /// The form of a Slavic family name that a woman bears.
  fileprivate var feminine: Culture.Part {
    if text.hasSuffix("ki") {
      return Self(text: text.dropLast() + "a", latin: latin.dropLast() + "a")
    }
    let isCyrillic = text != latin
    return Self(text: text + (isCyrillic ? "а" : "a"), latin: latin + "a")
  }
}
