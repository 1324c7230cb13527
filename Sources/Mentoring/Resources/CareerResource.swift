package import Kernel
package import SQLStore

/// Something that helps with a career, such as a course, a guide or a fund. Departments and the
/// office keep them; everybody signed in reads them.
package struct CareerResource: Sendable, Equatable {
  package let id: ID<CareerResource>
  package let title: String
  package let summary: String
  /// Where it is: an address of the web, a room; empty where the summary says it.
  package let place: String
  /// For whom it is; never empty.
  package let audiences: Set<Audience>
  /// Whose it is; nil for the office's.
  package let department: DepartmentID?
  package let departmentName: String?
  /// When whoever keeps it looks it over next.
  package let reviewOn: Day
  /// When they did last; nil for never.
  package let reviewedOn: Day?
  /// Whether it was taken away.
  package let isRetired: Bool
  /// How often it was changed: whoever changes it says which they have read.
  package let revision: Int

  /// For whom a resource is.
  package enum Audience: String, Sendable, CaseIterable {
    case students, trainees, faculty
  }
}

extension CareerResource: SQLDecodable {
  private static let selected: SQLQuery =
    """
    SELECT career_resource.id AS id, career_resource.title AS title,
      career_resource.summary AS summary, career_resource.place AS place,
      career_resource.for_students AS for_students,
      career_resource.for_trainees AS for_trainees, career_resource.for_faculty AS for_faculty,
      career_resource.department_id AS department_id, department.name AS department_name,
      career_resource.review_on AS review_on, career_resource.reviewed_on AS reviewed_on,
      career_resource.revision AS revision, career_resource.retired_at AS retired_at
    FROM career_resource LEFT JOIN department ON department.id = career_resource.department_id
    """

  package init(row: SQLRow) throws {
    self.init(
      id: try row.id("id"), title: try row.text("title"), summary: try row.text("summary"),
      place: try row.text("place"),
      audiences: Set(try Audience.allCases.filter { try row.boolean("for_\($0.rawValue)") }),
      department: try row.idOrNil("department_id"),
      departmentName: try row.textOrNil("department_name"), reviewOn: try row.day("review_on"),
      reviewedOn: try row.dayOrNil("reviewed_on"),
      isRetired: try row.textOrNil("retired_at") != nil,
      revision: try row.integer("revision"))
  }

  /// All that the viewer may read, by title: what holds, and of what was taken away what they keep.
  package static func all(viewer: Viewer, reader: any SQLReader) throws -> [CareerResource] {
    let keeper = try ResourceKeeper(viewer, reader)
    return try reader.all(
      CareerResource.self,
      "\(selected) WHERE \(keeper.mayRead) ORDER BY career_resource.title_key, career_resource.id"
    )
  }

  /// One of them.
  /// - Throws: ``Absent`` where it is none.
  package static func find(
    _ id: ID<CareerResource>, viewer: Viewer, reader: any SQLReader
  ) throws -> CareerResource {
    let keeper = try ResourceKeeper(viewer, reader)
    let found = try reader.first(
      CareerResource.self,
      "\(selected) WHERE career_resource.id = \(id) AND \(keeper.mayRead)")
    guard let found else { throw Absent() }
    return found
  }
}
