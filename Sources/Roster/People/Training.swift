package import Kernel
package import SQLStore

/// How someone's training stands on a day, for rules that depend on it. Not for showing: standing
/// is personnel data.
package struct Training: Sendable, Equatable {
  package let person: PersonID
  /// The name as pages show it.
  package let name: String
  package let capacity: Capacity
  package let presence: Presence
  /// Where they train; nil for whoever never trained here.
  package let placement: Placement?
  /// How the appointment stands that leads on that day.
  package let standing: Standing?
  /// The last day of that appointment.
  package let endsOn: Day?

  /// Whether they train here and nothing is held against them: neither probation nor remediation.
  package var isInGoodStanding: Bool {
    presence == .current && (standing == .active || standing == .leave)
  }

  /// The training of some people; whoever is not on the roster any more is left out.
  package static func of(
    _ people: [PersonID], on today: Day, reader: any SQLReader
  ) throws -> [PersonID: Training] {
    var training: [PersonID: Training] = [:]
    for start in stride(from: 0, to: people.count, by: 500) {
      let some = Array(people[start..<min(start + 500, people.count)])
      let appointments = Dictionary(
        grouping: try reader.all(
          Appointment.self,
          "SELECT \(Appointment.columns) FROM appointment WHERE person_id IN (\(list: some))"),
        by: \.person)
      try reader.forEach(
        """
        SELECT person_id, name, capacity, presence, program_id, department_id, site_id
        FROM directory_entry WHERE person_id IN (\(list: some))
        """
      ) { row in
        let person: PersonID = try row.id("person_id")
        let leading = Appointment.leading(appointments[person] ?? [], on: today)
        training[person] = try Training(row: row, leading)
      }
    }
    return training
  }

  private init(row: SQLRow, _ leading: Appointment?) throws {
    let program: ProgramID? = try row.idOrNil("program_id")
    self.init(
      person: try row.id("person_id"), name: try row.text("name"),
      capacity: try row.word("capacity"), presence: try row.word("presence"),
      placement: try program.map { program in
        Placement(
          program: program, department: try row.id("department_id"),
          site: try row.idOrNil("site_id"))
      }, standing: leading?.standing, endsOn: leading?.endsOn)
  }

  private init(
    person: PersonID, name: String, capacity: Capacity, presence: Presence,
    placement: Placement?, standing: Standing?, endsOn: Day?
  ) {
    self.person = person
    self.name = name
    self.capacity = capacity
    self.presence = presence
    self.placement = placement
    self.standing = standing
    self.endsOn = endsOn
  }
}
