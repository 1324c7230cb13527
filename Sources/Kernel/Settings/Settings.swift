package import Foundation

/// What an institution decides for itself.
package struct Settings: Sendable, Equatable {
  /// The institution's name, as pages and mail show it.
  package var institutionName: String
  /// The zone of its calendar days and clock times, as in `America/New_York`.
  package var timeZoneName: String
  /// The month and day on which academic years begin.
  package var yearStart: AcademicYear.Start
  /// Counts below this are not shown to everybody; it can only be raised above 11.
  package var publicThreshold: Int
  /// Counts below this are not shown to the office either; it can only be raised above 5.
  package var internalThreshold: Int
  /// The hour of the day at which digests are mailed.
  package var digestHour: Int
  /// For how many days an import can be undone.
  package var undoDays: Int
  /// Days after which whoever has not decided is reminded, each time anew.
  package var reminderDays: Int
  /// The institution's own words for things, by the word that it replaces.
  package var words: [Word: String]
  /// Its own words for several of a thing, where English as a rule does not make them.
  package var plurals: [Word: String]

  /// A word that an institution may replace by its own.
  package enum Word: String, Sendable, CaseIterable {
    case trainee, program, department, site, office
  }

  /// What holds until an institution decides otherwise.
  package init(
    institutionName: String = "Our institution", timeZoneName: String = "America/New_York",
    yearStart: AcademicYear.Start = .july1
  ) {
    self.institutionName = institutionName
    self.timeZoneName = timeZoneName
    self.yearStart = yearStart
    self.publicThreshold = 11
    self.internalThreshold = 5
    self.digestHour = 7
    self.undoDays = 90
    self.reminderDays = 7
    self.words = [:]
    self.plurals = [:]
  }

  /// The zone; UTC where the stored name is unknown on this machine.
  package var timeZone: TimeZone { TimeZone(identifier: timeZoneName) ?? .gmt }

  /// The institution's word for a thing.
  package func word(_ word: Word) -> String {
    words[word] ?? (word == .office ? "GME office" : word.rawValue)
  }
}
