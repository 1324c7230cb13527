package import Kernel
import Roster
package import SQLStore

/// Tells whoever answers for a career resource that it is to be looked over, once; and the office
/// where nobody has done it for a month.
package enum ResourceReminder {
  /// Tells whoever is due, each of all their resources in one sentence.
  /// - Returns: of how many resources somebody was told.
  @discardableResult
  package static func pass(in world: World, writer: any SQLWriter) throws -> Int {
    let today = world.now().day(in: try Settings(reader: writer).timeZone)
    let due = try writer.rows(
      """
      SELECT id, title, department_id, review_on, reminders FROM career_resource
      WHERE retired_at IS NULL AND (
        (reminders = 0 AND review_on <= \(today.adding(days: ResourceReview.days)))
        OR (reminders = 1
          AND review_on <= \(today.adding(days: -ResourceReview.officeAfterDays))))
      ORDER BY review_on, id
      """)
    var told: [PersonID: [String]] = [:]
    for row in due {
      let sentence =
        "“\(try row.text("title"))” is to be looked over by \(try row.day("review_on").words)."
      let isFirst = try row.integer("reminders") == 0
      let department: DepartmentID? = isFirst ? try row.idOrNil("department_id") : nil
      for person in try keepers(of: department, on: today, writer) {
        told[person, default: []].append(sentence)
      }
      try writer.execute(
        "UPDATE career_resource SET reminders = reminders + 1 WHERE id = \(try row.text("id"))")
    }
    try Notice.tell(
      all: told.sorted { $0.key < $1.key }.map { ($0.key, news($0.value)) }, in: world,
      writer: writer)
    return due.count
  }

  private static func news(_ sentences: [String]) -> Notice.News {
    let sentence =
      sentences.count == 1
      ? sentences[0] : "\(sentences.count) career resources are to be looked over."
    return Notice.News(.mentoring, sentence, path: "/mentoring/resources?for=review")
  }

  /// Who answers for what is a department's: whoever directs or coordinates one of its programs,
  /// and its own office; for the rest, the office of the institution.
  private static func keepers(
    of department: DepartmentID?, on today: Day, _ reader: any SQLReader
  ) throws -> Set<PersonID> {
    let offices = try RoleGrant.holders(of: .office, on: today, reader: reader)
    let office = Set(offices.filter { $0.place == nil }.map(\.person))
    guard let department else { return office }
    let programs: [ProgramID] = try reader.rows(
      "SELECT id FROM program WHERE department_id = \(department)"
    ).map { try $0.id("id") }
    let own =
      try [Role.programDirector, .programCoordinator].flatMap { role in
        try RoleGrant.holders(of: role, in: programs, on: today, reader: reader)
      } + offices.filter { $0.place == department.text }
    return Set(own.map(\.person))
  }
}
