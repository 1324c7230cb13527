package import Kernel

extension Viewer {
  /// Whether the viewer is signed in: the directory of current people is open to all who are.
  package var isSignedIn: Bool { person != nil }

  /// Whether the viewer answers for the whole roster: sees those who left, edits, imports.
  package var mayKeepRoster: Bool { holdsForInstitution(.office, .administrator) }

  /// Whether the viewer sees people who left or are still to come, of the whole institution.
  package var maySeeFormerPeople: Bool { holdsForInstitution(.office, .administrator, .dio) }

  /// The programs whose trainees the viewer answers for.
  package var ownPrograms: [ProgramID] { programs(as: .programDirector, .programCoordinator) }

  /// The departments in whose part of the GME office the viewer is.
  package var ownDepartments: [DepartmentID] {
    grants.compactMap { grant in
      if grant.role == .office, case .department(let id) = grant.scope { id } else { nil }
    }
  }

  /// The sites in whose part of the GME office the viewer is.
  package var ownSites: [SiteID] {
    grants.compactMap { grant in
      if grant.role == .office, case .site(let id) = grant.scope { id } else { nil }
    }
  }

  /// Whether the viewer sees of some people also that they left or are to come.
  package var seesBeyondToday: Bool {
    maySeeFormerPeople || !ownPrograms.isEmpty || !ownDepartments.isEmpty || !ownSites.isEmpty
  }

  /// Whether the viewer answers for those who train there.
  package func answers(for place: Placement) -> Bool {
    maySeeFormerPeople || ownPrograms.contains(place.program)
      || ownDepartments.contains(place.department)
      || place.site.map(ownSites.contains) == true
  }

  /// Whether the viewer may open the personnel record of someone who trains or trained there.
  package func mayOpenRecord(of subject: PersonID, trainingAt places: [Placement]) -> Bool {
    guard person != nil else { return false }
    return subject == person || maySeeFormerPeople || places.contains(where: answers)
  }

  /// Whether the viewer may grant and end a role.
  ///
  /// Only an administrator makes or unmakes administrators, officials, stewards and advisers; the
  /// office names directors, coordinators and its own people.
  package func mayGrant(_ role: Role) -> Bool {
    switch role {
    case .administrator, .dio, .steward, .adviser: holdsForInstitution(.administrator)
    case .office, .programDirector, .programCoordinator: mayKeepRoster
    }
  }

  /// Whether the viewer may change settings and see jobs, mail and the audit trail.
  package var mayAdminister: Bool { holdsForInstitution(.administrator) }
}
