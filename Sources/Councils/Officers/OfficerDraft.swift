package import Kernel

/// An office to be offered to someone.
package struct OfficerDraft: Sendable, Equatable {
  package var person: PersonID
  package var title: String
  package var startsOn: Day
  package var endsOn: Day?

  package init(person: PersonID, title: String, startsOn: Day, endsOn: Day? = nil) {
    self.person = person
    self.title = title
    self.startsOn = startsOn
    self.endsOn = endsOn
  }

  /// The names of the fields; the person is asked for as everywhere.
  package enum Field {
    /// The title.
    package static let title = "title"
    /// The first day.
    package static let startsOn = "starts_on"
    /// The last day.
    package static let endsOn = "ends_on"
  }

  /// Reads what was typed; the person was found beforehand. Without a first day it is today.
  package init(
    person: PersonID, today: Day, typed: @escaping (String) -> String
  ) throws(Problems) {
    var fields = TypedFields(typed)
    let title = fields.required(
      Field.title, most: 80, "Write the title, such as “Chair” or “Secretary”.")
    let startsOn = fields.day(Field.startsOn)
    let endsOn = fields.day(Field.endsOn)
    if let endsOn, endsOn < startsOn ?? today {
      fields.add(Field.endsOn, "The last day cannot come before the first.")
    }
    try fields.problems.throwIfAny()
    self.init(person: person, title: title ?? "", startsOn: startsOn ?? today, endsOn: endsOn)
  }
}
