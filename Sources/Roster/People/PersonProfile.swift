package import Kernel
package import SQLStore

/// What a viewer may see of a person without opening their record.
package struct PersonProfile: Sendable, Equatable {
  package let entry: DirectoryEntry
  package let place: DirectoryPlace
  /// Where the person trains; those who answer for them also see what was and what comes.
  package let appointments: [AppointmentLine]
  package let roles: [RoleLine]
  /// Whether the viewer may open the personnel record.
  package let mayOpenRecord: Bool
  /// Whether the person is kept out; only the office is told.
  package let isDeactivated: Bool
}

extension Person {
  /// What the viewer may see of a person.
  /// - Throws: ``Absent`` where there is nobody, or nobody whom the viewer may see.
  package static func profile(
    _ id: PersonID, viewer: Viewer, reader: any SQLReader
  ) throws -> PersonProfile {
    let (entry, place) = try Directory.placed(id, viewer: viewer, reader: reader)
    let appointments = try AppointmentLine.all(of: id, in: reader)
    let mayOpenRecord = viewer.mayOpenRecord(
      of: id, trainingAt: appointments.map(\.placement))
    let visible =
      mayOpenRecord
      ? appointments.map { $0.shown(.withoutStanding) }
      : appointments.filter { $0.presence(on: viewer.today) == .current }
        .map { $0.shown(.outline) }
    let isDeactivated =
      viewer.mayKeepRoster ? try find(id, in: reader).deactivatedAt != nil : false
    return PersonProfile(
      entry: entry, place: place,
      appointments: visible,
      roles: try RoleLine.held(by: id, viewer: viewer, reader: reader),
      mayOpenRecord: mayOpenRecord, isDeactivated: isDeactivated)
  }
}
