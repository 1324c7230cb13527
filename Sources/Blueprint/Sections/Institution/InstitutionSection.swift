import Foundation
import Kernel

/// What the institution decides for itself: its name, time zone, year, words and thresholds.
struct InstitutionSection: BlueprintSection {
  static let key = "institution"

  private var name: Located<String>?
  private var timeZone: Located<String>?
  private var yearStart: Located<AcademicYear.Start>?
  private var words: [Settings.Word: OwnWord] = [:]
  private var everyone: Located<Int>?
  private var office: Located<Int>?
  private var digestHour: Located<Int>?
  private var undoDays: Located<Int>?
  private var reminderDays: Located<Int>?
  private var spot: Spot?

  /// The institution's word for a thing, one and several.
  struct OwnWord: Sendable {
    let one: Located<String>?
    let many: Located<String>?
  }

  /// The keys, as the file has them.
  enum Key {
    static let name = "name"
    static let timeZone = "time zone"
    static let yearStart = "academic year begins"
    static let words = "words"
    static let thresholds = "thresholds"
    static let everyone = "everyone"
    static let office = "office"
    static let digestHour = "digest hour"
    static let undoDays = "undo days"
    static let reminderDays = "reminder days"
    static let one = "one"
    static let many = "many"

    static let all = [
      name, timeZone, yearStart, words, thresholds, digestHour, undoDays, reminderDays,
    ]
  }

  init(_ found: Found?) {
    guard let found, let keys = Keys(found, known: Key.all) else { return }
    spot = found.spot
    name = keys[Key.name]?.line(most: 120)
    timeZone = keys[Key.timeZone].flatMap(Self.zone)
    yearStart = keys[Key.yearStart].flatMap(Self.start)
    digestHour = keys[Key.digestHour]?.number(0...23)
    undoDays = keys[Key.undoDays]?.number(1...1000)
    reminderDays = keys[Key.reminderDays]?.number(1...90)
    readWords(keys[Key.words])
    let thresholds = keys[Key.thresholds].flatMap { Keys($0, known: [Key.everyone, Key.office]) }
    everyone = thresholds?[Key.everyone]?.number(11...1000)
    office = thresholds?[Key.office]?.number(5...1000)
  }

  private mutating func readWords(_ found: Found?) {
    guard let found, let keys = Keys(found, known: Settings.Word.allCases.map(\.rawValue)) else {
      return
    }
    for word in Settings.Word.allCases {
      guard let own = keys[word.rawValue], let forms = Keys(own, known: [Key.one, Key.many])
      else { continue }
      words[word] = OwnWord(
        one: forms[Key.one]?.line(most: 40), many: forms[Key.many]?.line(most: 40))
    }
  }

  private static func zone(_ found: Found) -> Located<String>? {
    guard let name = found.line() else { return nil }
    guard TimeZone(identifier: name.value) != nil else {
      let hint = Nearest.hint(
        to: name.value.lowercased(), among: TimeZone.knownTimeZoneIdentifiers)
      found.complain(
        "“\(name.value)” is no time zone. Write one such as America/Chicago.\(hint)")
      return nil
    }
    return name
  }

  private static func start(_ found: Found) -> Located<AcademicYear.Start>? {
    guard let typed = found.line() else { return nil }
    let parts = typed.value.split(separator: " ")
    guard parts.count == 2, let month = AcademicYear.Start.months.firstIndex(of: String(parts[0])),
      let day = Int(parts[1]), let start = AcademicYear.Start(month: month + 1, day: day)
    else {
      found.complain("Write month and day, such as July 1.")
      return nil
    }
    return Located(value: start, spot: typed.spot)
  }

  func plan(_ planning: Planning) throws {
    let before = try planning.settings()
    lower(everyone, than: before.publicThreshold, planning)
    lower(office, than: before.internalThreshold, planning)
    let facts = Self.facts(from: before, to: over(before))
    guard !facts.isEmpty else { return }
    let change = PlanChange(heading: "Institution", act: .change, name: "", facts: facts)
    planning.add(change, at: spot) { applying in
      try over(try Settings(reader: applying.writer))
        .save(by: applying.viewer.person, at: applying.viewer.now, to: applying.writer)
    }
  }

  /// A threshold can only be raised: what was withheld yesterday stays so.
  private func lower(_ number: Located<Int>?, than least: Int, _ planning: Planning) {
    guard let number, number.value < least else { return }
    planning.complain(
      "The threshold is \(least) by now, and can only be raised. Write \(least) or more.",
      at: number.spot)
  }

  /// The settings with what the file says in them.
  private func over(_ settings: Settings) -> Settings {
    var settings = settings
    if let name { settings.institutionName = name.value }
    if let timeZone { settings.timeZoneName = timeZone.value }
    if let yearStart { settings.yearStart = yearStart.value }
    if let everyone { settings.publicThreshold = everyone.value }
    if let office { settings.internalThreshold = office.value }
    if let digestHour { settings.digestHour = digestHour.value }
    if let undoDays { settings.undoDays = undoDays.value }
    if let reminderDays { settings.reminderDays = reminderDays.value }
    for (word, own) in words {
      if let one = own.one { settings.words[word] = one.value }
      if let many = own.many { settings.plurals[word] = many.value }
    }
    return settings
  }

  private static func facts(from before: Settings, to after: Settings) -> [PlanChange.Fact] {
    zip(described(before), described(after)).compactMap { old, new in
      guard let now = new.value, old.value != now else { return nil }
      return PlanChange.Fact(new.key, from: old.value, to: now)
    }
  }

  /// Each setting that a blueprint can say, as a plan calls it.
  private static func described(_ settings: Settings) -> [(key: String, value: String?)] {
    let words = Settings.Word.allCases.flatMap { word in
      [
        ("\(Key.words), \(word.rawValue), \(Key.one)", settings.words[word]),
        ("\(Key.words), \(word.rawValue), \(Key.many)", settings.plurals[word]),
      ]
    }
    return [
      (Key.name, settings.institutionName), (Key.timeZone, settings.timeZoneName),
      (Key.yearStart, settings.yearStart.text),
    ] + words + [
      ("\(Key.thresholds), \(Key.everyone)", String(settings.publicThreshold)),
      ("\(Key.thresholds), \(Key.office)", String(settings.internalThreshold)),
      (Key.digestHour, String(settings.digestHour)), (Key.undoDays, String(settings.undoDays)),
      (Key.reminderDays, String(settings.reminderDays)),
    ]
  }
}
