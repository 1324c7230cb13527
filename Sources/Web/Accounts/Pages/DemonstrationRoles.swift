/// How the page "sign in as" speaks of the demonstration's roles.
enum DemonstrationRoles {
  /// A role in words.
  struct Words: Sendable {
    /// The word in the store.
    let name: String
    let title: String
    /// What this person comes for.
    let sentence: String
  }

  /// The roles that have words of their own, those whom most visitors want to be first.
  private static let known = [
    Words(
      name: "resident", title: "Resident",
      sentence: "Sees what is due, finds colleagues, and reads who opened the own record."),
    Words(
      name: "fellow", title: "Fellow", sentence: "Trains on, after a residency in this hospital."),
    Words(
      name: "chief_resident", title: "Chief resident",
      sentence: "Looks after the residents of a large program."),
    Words(
      name: "program_director", title: "Program director",
      sentence: "Answers for one program and everyone who trains in it."),
    Words(
      name: "program_coordinator", title: "Program coordinator",
      sentence: "Keeps programs on time from day to day."),
    Words(
      name: "gme_office", title: "GME office",
      sentence: "Keeps the roster: imports it, mends it, and names directors."),
    Words(
      name: "dio", title: "Designated institutional official",
      sentence: "Answers for all programs and wants to see how they are."),
    Words(
      name: "faculty_mentor", title: "Faculty mentor",
      sentence: "Holds no role, and finds those who ask for time."),
    Words(
      name: "demographic_steward", title: "Demographic steward",
      sentence: "Collects voluntary self-identification and never selects anyone."),
    Words(
      name: "international_adviser", title: "International-office adviser",
      sentence: "Follows international trainees and the dates that bind them."),
    Words(
      name: "administrator", title: "Administrator",
      sentence: "Runs the system: settings, roles, jobs, mail and the audit trail."),
  ]

  /// The words of a role; of one that is not known here, its name alone.
  static func words(_ name: String) -> Words {
    known.first { $0.name == name }
      ?? Words(
        name: name,
        title: name.prefix(1).uppercased()
          + name.dropFirst().map { $0 == "_" ? " " : String($0) }.joined(), sentence: "")
  }

  /// The place of a role in the list; unknown ones come last.
  static func place(_ name: String) -> Int {
    known.firstIndex { $0.name == name } ?? known.count
  }
}
