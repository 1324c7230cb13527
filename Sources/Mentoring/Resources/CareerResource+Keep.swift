package import Kernel
package import SQLStore

extension CareerResource {
  /// Adds a resource.
  @discardableResult
  package static func add(
    _ draft: CareerResourceDraft, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws -> ID<CareerResource> {
    let keeper = try ResourceKeeper(viewer, writer)
    guard keeper.keepsSome else { throw Absent() }
    try draft.refuse(for: keeper, besides: nil, writer)
    let id: ID<CareerResource> = world.newID()
    try writer.execute(
      """
      INSERT INTO career_resource (id, title, title_key, summary, place, for_students,
        for_trainees, for_faculty, department_id, review_on, revision)
      VALUES (\(id), \(draft.title), \(FoldedText.key(draft.title)), \(draft.summary),
        \(draft.place), \(draft.audiences.contains(.students)),
        \(draft.audiences.contains(.trainees)), \(draft.audiences.contains(.faculty)),
        \(draft.department), \(draft.reviewOn), 1)
      """)
    try note("career_resource.added", id, draft.title, by: viewer, to: writer)
    return id
  }

  /// Changes a resource as it was read. Whoever gives it a later day has looked it over.
  /// - Parameter read: the ``revision`` on the page from which it is changed.
  package static func change(
    _ id: ID<CareerResource>, read: Int, _ draft: CareerResourceDraft, by viewer: Viewer,
    writer: any SQLWriter
  ) throws {
    let (resource, keeper) = try toKeep(id, viewer, writer)
    try draft.refuse(for: keeper, besides: id, writer)
    let isLater = draft.reviewOn > resource.reviewOn
    let isSame = (draft.reviewOn, draft.department) == (resource.reviewOn, resource.department)
    let reminders: SQLQuery = isSame ? "reminders" : "0"
    try update(
      id, read: read,
      """
      title = \(draft.title), title_key = \(FoldedText.key(draft.title)),
      summary = \(draft.summary), place = \(draft.place),
      for_students = \(draft.audiences.contains(.students)),
      for_trainees = \(draft.audiences.contains(.trainees)),
      for_faculty = \(draft.audiences.contains(.faculty)), department_id = \(draft.department),
      reviewed_on = \(isLater ? viewer.today : resource.reviewedOn),
      reminders = \(reminders),
      review_on = \(draft.reviewOn)
      """, writer)
    try note("career_resource.changed", id, draft.title, by: viewer, to: writer)
  }

  /// Says that a resource is still right, as it was read: it is looked over again in a year. Saying
  /// so twice changes nothing.
  /// - Returns: the day of the next review.
  package static func review(
    _ id: ID<CareerResource>, read: Int, by viewer: Viewer, writer: any SQLWriter
  ) throws -> Day {
    let (resource, _) = try toKeep(id, viewer, writer)
    let next = viewer.today.adding(months: 12)
    if resource.reviewedOn == viewer.today, resource.reviewOn == next,
      resource.revision == read + 1
    {
      return next
    }
    try update(
      id, read: read,
      "reviewed_on = \(viewer.today), review_on = \(next), reminders = 0", writer)
    try note("career_resource.reviewed", id, resource.title, by: viewer, to: writer)
    return next
  }

  /// Takes a resource away, as it was read. Whoever keeps it still finds it.
  package static func retire(
    _ id: ID<CareerResource>, read: Int, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let (resource, _) = try toKeep(id, viewer, writer)
    try update(id, read: read, "retired_at = \(viewer.now)", writer)
    try note("career_resource.retired", id, resource.title, by: viewer, to: writer)
  }

  /// Brings back what was taken away, where no other has its title meanwhile.
  package static func bringBack(
    _ id: ID<CareerResource>, read: Int, by viewer: Viewer, writer: any SQLWriter
  ) throws {
    let (resource, _) = try toKeep(id, viewer, writer)
    let taken = try writer.number(
      """
      SELECT count(*) FROM career_resource
      WHERE title_key = \(FoldedText.key(resource.title)) AND retired_at IS NULL
      """)
    guard taken == 0 else { throw ResourceRefusal.isThere(resource.title) }
    try update(id, read: read, isRetired: true, "retired_at = NULL", writer)
    try note("career_resource.brought_back", id, resource.title, by: viewer, to: writer)
  }

  /// One that the viewer keeps, also one that was taken away.
  /// - Throws: ``Absent`` where it is none.
  package static func toKeep(
    _ id: ID<CareerResource>, _ viewer: Viewer, _ reader: any SQLReader
  ) throws -> (CareerResource, ResourceKeeper) {
    let resource = try find(id, viewer: viewer, reader: reader)
    let keeper = try ResourceKeeper(viewer, reader)
    guard keeper.keeps(of: resource.department) else { throw Absent() }
    return (resource, keeper)
  }

  /// - Throws: ``ResourceRefusal/changed`` where it is not any more what was read.
  private static func update(
    _ id: ID<CareerResource>, read: Int, isRetired: Bool = false, _ values: SQLQuery,
    _ writer: any SQLWriter
  ) throws {
    let standing: SQLQuery = isRetired ? "retired_at IS NOT NULL" : "retired_at IS NULL"
    let updated = try writer.execute(
      """
      UPDATE career_resource SET \(values), revision = revision + 1
      WHERE id = \(id) AND revision = \(read) AND \(standing)
      """)
    guard updated == 1 else { throw ResourceRefusal.changed }
  }

  private static func note(
    _ act: String, _ id: ID<CareerResource>, _ title: String, by viewer: Viewer,
    to writer: any SQLWriter
  ) throws {
    try Audit.append(
      Audit.Act(act, of: Audit.Subject(kind: "career_resource", id: id.text), detail: title),
      by: viewer.person, at: viewer.now, to: writer)
  }
}
