import Foundation
import Kernel

/// The settings that a form describes: all of them valid, or every problem.
struct SettingsDraft: Sendable {
  let settings: Settings

  init(_ fields: FormFields, over current: Settings) throws(Problems) {
    var settings = current
    var problems = Problems()
    settings.institutionName = fields.given("institution") ?? ""
    if settings.institutionName.isEmpty {
      problems.add("institution", "Write the institution's name.")
    } else if settings.institutionName.count > 120 {
      problems.add("institution", "Use at most 120 characters for the name.")
    }
    settings.timeZoneName = fields.given("time-zone") ?? ""
    if TimeZone(identifier: settings.timeZoneName) == nil {
      problems.add("time-zone", "Choose a time zone of the list, such as America/New_York.")
    }
    if let start = Self.yearStart(fields["year-start"]) {
      settings.yearStart = start
    } else {
      problems.add("year-start", "Write month and day, such as 7-1 for July 1.")
    }
    settings.publicThreshold = Self.number(
      fields, "public-threshold", least: max(11, current.publicThreshold), &problems)
    settings.internalThreshold = Self.number(
      fields, "internal-threshold", least: max(5, current.internalThreshold), &problems)
    settings.digestHour = Self.number(fields, "digest-hour", least: 0, most: 23, &problems)
    settings.undoDays = Self.number(fields, "undo-days", least: 1, &problems)
    settings.reminderDays = Self.number(
      fields, "reminder-days", least: 1, most: 90, &problems)
    for word in Settings.Word.allCases {
      settings.words[word] = Self.own(Self.field(word), fields, &problems)
      settings.plurals[word] = Self.own(Self.fieldOfPlural(word), fields, &problems)
    }
    try problems.throwIfAny()
    self.settings = settings
  }

  /// The field of the institution's word for a thing.
  static func field(_ word: Settings.Word) -> String { "word-" + word.rawValue }

  /// The field of its word for several.
  static func fieldOfPlural(_ word: Settings.Word) -> String { "words-" + word.rawValue }

  private static func own(
    _ field: String, _ fields: FormFields, _ problems: inout Problems
  ) -> String? {
    let own = fields.given(field)
    if let own, own.count > 40 { problems.add(field, "Use at most 40 characters.") }
    return own
  }

  private static func yearStart(_ text: String) -> AcademicYear.Start? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? AcademicYear.Start(month: parts[0], day: parts[1]) : nil
  }

  private static func number(
    _ fields: FormFields, _ name: String, least: Int, most: Int = 1000, _ problems: inout Problems
  ) -> Int {
    guard let number = fields.given(name).flatMap({ Int($0) }), (least...most).contains(number)
    else {
      problems.add(name, "Write a whole number from \(least) to \(most).")
      return least
    }
    return number
  }
}
