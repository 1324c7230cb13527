import Foundation
import HTML
import Kernel

/// The form of the settings.
struct SettingsPage: Sendable {
  let visit: Visit
  let state: FormState

  var page: Page {
    let state = filled
    return Page("Settings", in: .settings) {
      Form.of(visit, SettingsPath.settings.location(), state) {
        Field(
          "institution", "Institution's name",
          seenBy: "everyone, also before signing in"
        ).text(state)
        Field(
          "time-zone", "Time zone", hint: "“End of day” means the end of the day here."
        ).choice(state, Self.zones.map { ($0, $0) })
        Field(
          "year-start", "Academic year starts", hint: "Month and day: 7-1 is July 1."
        ).text(state, type: "text", .class("narrow"))
        Field(
          "public-threshold", "Smallest group shown to everyone",
          hint: "Smaller counts are never shown. It can only be raised."
        ).text(state, type: "text", .named("inputmode", "numeric"), .class("narrow"))
        Field(
          "internal-threshold", visit.words("Smallest group shown to the {office}"),
          hint: "It can only be raised."
        ).text(state, type: "text", .named("inputmode", "numeric"), .class("narrow"))
        Field(
          "digest-hour", "Hour of the daily mail", hint: "0 to 23, by the institution's clock."
        ).text(state, type: "text", .named("inputmode", "numeric"), .class("narrow"))
        Field(
          "undo-days", "Days in which an import can be undone",
          hint: "After that, what the import kept of people is deleted."
        ).text(state, type: "text", .named("inputmode", "numeric"), .class("narrow"))
        Field(
          "reminder-days", "Days until someone who has not decided is reminded",
          hint: "After two reminders the institutional official sees who is silent."
        ).text(state, type: "text", .named("inputmode", "numeric"), .class("narrow"))
        words(state)
        Form.acts("Save")
      }
    }
  }

  private func words(_ state: FormState) -> HTML {
    fieldset {
      legend { "Your words for things" }
      p(.class("hint")) {
        "Write them as inside a sentence. Leave a word empty to keep ours."
      }
      for word in Settings.Word.allCases {
        div(.class("cols")) {
          Field(SettingsDraft.field(word), "One \(Settings().word(word))")
            .text(state)
          Field(
            SettingsDraft.fieldOfPlural(word), "Several \(Settings().plural(of: word))"
          ).text(state)
        }
      }
    }
  }

  /// The settings as they stand, unless something was typed.
  private var filled: FormState {
    guard state.fields.pairs.isEmpty else { return state }
    let settings = visit.settings
    var fields = [
      (name: "institution", value: settings.institutionName),
      (name: "time-zone", value: settings.timeZoneName),
      (name: "year-start", value: "\(settings.yearStart.month)-\(settings.yearStart.day)"),
      (name: "public-threshold", value: "\(settings.publicThreshold)"),
      (name: "internal-threshold", value: "\(settings.internalThreshold)"),
      (name: "digest-hour", value: "\(settings.digestHour)"),
      (name: "undo-days", value: "\(settings.undoDays)"),
      (name: "reminder-days", value: "\(settings.reminderDays)"),
    ]
    fields += settings.words.map { (name: SettingsDraft.field($0.key), value: $0.value) }
    fields += settings.plurals.map { (name: SettingsDraft.fieldOfPlural($0.key), value: $0.value) }
    return FormState(fields: FormFields(fields), problems: state.problems)
  }

  /// The zones of the United States and its territories first, then the world's.
  private static let zones: [String] = {
    let first = [
      "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix",
      "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico",
      "Pacific/Guam",
    ]
    let others = ["UTC", "America/Toronto", "America/Halifax", "Europe/London", "Europe/Dublin"]
    return first + others
  }()
}
