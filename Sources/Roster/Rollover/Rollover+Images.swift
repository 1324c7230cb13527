import Kernel
package import SQLStore

extension Rollover {
  /// Keeps how something of a part stood before this rollover changed it.
  ///
  /// It is deleted with the rollover's own before-images.
  /// - Parameters:
  ///   - before: what ``images(of:_:)`` hands back, in the part's own form.
  ///   - subject: what it is of; once for each.
  package func keep(
    _ before: String, of subject: String, for part: String, _ writer: any SQLWriter
  ) throws {
    try writer.execute(
      """
      INSERT INTO rollover_image (rollover_id, part, subject, before)
      VALUES (\(id), \(part), \(subject), \(before))
      """)
  }

  /// Everything that a part has kept, by its subject.
  package func images(
    of part: String, _ reader: any SQLReader
  ) throws -> [(subject: String, before: String)] {
    try reader.rows(
      """
      SELECT subject, before FROM rollover_image
      WHERE rollover_id = \(id) AND part = \(part) ORDER BY subject
      """
    ).map { (subject: try $0.text("subject"), before: try $0.text("before")) }
  }

  /// The people whose training ends with the old year, as `person_id`: nothing of theirs runs on
  /// the first day of the new one.
  ///
  /// The statement holds before, in and after the rollover's transaction: whoever is to be renewed
  /// or was does not leave.
  package var leavers: SQLQuery {
    """
    SELECT DISTINCT leaving.person_id AS person_id FROM appointment AS leaving
    WHERE leaving.starts_on < \(firstDay) AND leaving.ends_on < \(firstDay)
      AND leaving.ends_on >= \(oldYear.firstDay)
      AND NOT EXISTS (SELECT 1 FROM appointment AS staying
        WHERE staying.person_id = leaving.person_id AND staying.starts_on <= \(firstDay)
          AND staying.ends_on >= \(firstDay)
          AND staying.standing NOT IN (\(list: AppointmentEnding.standings.map(\.rawValue))))
      AND (leaving.ends_as IS NOT NULL OR leaving.id NOT IN (\(renewed)))
    """
  }

  /// The appointments that will be renewed; once it is done there are none to come.
  private var renewed: SQLQuery {
    guard state == .draft else { return "SELECT '' AS id WHERE 1 = 0" }
    // Usually they are few, and the whole plan need not be made to find them.
    guard takes(.renewal) else {
      return """
        SELECT appointment_id AS id FROM rollover_choice
        WHERE rollover_id = \(id) AND kind = 'renewal' AND taken
        """
    }
    return RolloverPlan(self).statement
      + " SELECT id FROM act WHERE kind = 'renewal' AND \(RolloverPlan.isActed)"
  }
}
