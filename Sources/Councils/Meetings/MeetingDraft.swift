package import Kernel

/// A meeting as typed into a form, and found right in itself.
package struct MeetingDraft: Sendable, Equatable {
  package var title: String
  package var day: Day
  package var clock: ClockTime
  /// How long it lasts.
  package var minutes: Int
  package var place: String
  package var link: String
  package var isTraineesOnly: Bool
  /// How often it comes round, and the last day on which it may.
  package var recurrence: Recurrence?
  package var until: Day?

  package init(
    title: String, day: Day, clock: ClockTime, minutes: Int = 60, place: String = "",
    link: String = "", isTraineesOnly: Bool = false, recurrence: Recurrence? = nil,
    until: Day? = nil
  ) {
    self.title = title
    self.day = day
    self.clock = clock
    self.minutes = minutes
    self.place = place
    self.link = link
    self.isTraineesOnly = isTraineesOnly
    self.recurrence = recurrence
    self.until = until
  }

  /// The names of the fields.
  package enum Field {
    /// The title.
    package static let title = "title"
    /// The day of the first meeting.
    package static let day = "day"
    /// When it begins.
    package static let clock = "clock"
    /// How long it lasts.
    package static let minutes = "minutes"
    /// The room.
    package static let place = "place"
    /// The address online.
    package static let link = "link"
    /// Whether it is for trainees alone.
    package static let isTraineesOnly = "trainees_only"
    /// How often it comes round.
    package static let recurrence = "recurrence"
    /// The last day of a series.
    package static let until = "until"
    /// What comes round never.
    package static let once = "once"
  }

  /// The minutes that a meeting may last.
  package static let lengths = 15...480

  /// Reads what was typed.
  /// - Throws: all problems at once, each tied to its field.
  package init(typed: @escaping (String) -> String) throws(Problems) {
    var fields = TypedFields(typed)
    let title = fields.required(Field.title, most: 120, "Write a title.")
    let day = fields.requiredDay(Field.day, "Write the day.")
    let clock = fields.clock(Field.clock)
    let minutes = fields.number(
      Field.minutes, in: Self.lengths, "Write how many minutes it lasts, from 15 to 480.")
    let place = fields.line(Field.place, most: 200)
    let link = fields.webAddress(Field.link)
    let recurrence = Recurrence(rawValue: typed(Field.recurrence))
    let until = recurrence == nil ? nil : fields.requiredDay(Field.until, "Write the last day.")
    if let day, let until, until < day {
      fields.add(Field.until, MeetingRefusal.lastDayIsBefore.sentence)
    }
    try fields.problems.throwIfAny()
    guard let title, let day, let clock, let minutes else {
      throw Problems(field: nil, "Fill in the form.")
    }
    self.init(
      title: title, day: day, clock: clock, minutes: minutes, place: place ?? "",
      link: link ?? "", isTraineesOnly: typed(Field.isTraineesOnly) == OrganizationDraft.Field.yes,
      recurrence: recurrence, until: until)
  }

  /// The draft of a meeting as it is kept.
  package init(_ meeting: Meeting) {
    let clock = meeting.beginsAt.clock(in: meeting.zone)
    self.init(
      title: meeting.title, day: meeting.day,
      clock: ClockTime(hour: clock.hour, minute: clock.minute) ?? .noon,
      minutes: meeting.endsAt.seconds(since: meeting.beginsAt) / 60, place: meeting.place,
      link: meeting.link, isTraineesOnly: meeting.isTraineesOnly)
  }

  /// What the form begins with.
  package var fields: [(name: String, value: String)] {
    [
      (Field.title, title), (Field.day, day.text), (Field.clock, clock.text),
      (Field.minutes, String(minutes)), (Field.place, place), (Field.link, link),
      (Field.isTraineesOnly, isTraineesOnly ? OrganizationDraft.Field.yes : ""),
    ]
  }
}

extension TypedFields {
  /// An address of the web; nil where it was left empty.
  fileprivate mutating func webAddress(_ field: String) -> String? {
    guard let line = line(field, most: 500) else { return nil }
    guard line.hasPrefix("https://"), line.utf8.count > 12, !line.contains(" ") else {
      add(field, "Write the whole address, which begins with https://.")
      return nil
    }
    return line
  }
}
