package import Kernel

extension Viewer {
  /// Whether the viewer runs mentoring: founds programs, approves who enrolls, matches people.
  ///
  /// The office does, and not who administers the system: they have no part in it.
  package var mayRunMentoring: Bool { holdsForInstitution(.office) }

  /// Refuses whoever does not run mentoring as if there were nothing.
  func refuseUnlessRunsMentoring() throws {
    guard mayRunMentoring else { throw Absent() }
  }
}
