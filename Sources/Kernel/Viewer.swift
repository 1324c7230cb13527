/// What someone may do here beyond what everybody signed in may do.
package enum Role: String, Sendable, CaseIterable, Hashable {
  /// Runs the system: settings, roles, jobs. Sees no more of people than the GME office does.
  case administrator
  /// The GME office's own people, for the whole institution.
  case office
  /// The designated institutional official.
  case dio
  /// Directs a program.
  case programDirector = "program_director"
  /// Coordinates programs day by day.
  case programCoordinator = "program_coordinator"
  /// Collects voluntary self-identification; never selects anyone.
  case steward
  /// Advises international trainees.
  case adviser
}

/// Where a role holds.
package enum Scope: Hashable, Sendable {
  case institution
  case department(DepartmentID)
  case program(ProgramID)
  case site(SiteID)
}

/// A role with its scope, as someone holds it at this moment, themselves or as a deputy.
package struct Grant: Hashable, Sendable {
  /// The role.
  package let role: Role
  /// Where it holds.
  package let scope: Scope

  package init(role: Role, scope: Scope) {
    self.role = role
    self.scope = scope
  }
}

/// The person who looks, what they may do, and when: without one, nothing is read.
package struct Viewer: Sendable, Equatable {
  /// Who looks; nil for someone who is not signed in.
  package let person: PersonID?
  /// The roles that hold at this moment.
  package let grants: [Grant]
  /// The moment of the request.
  package let now: Instant
  /// The institution's calendar day at that moment.
  package let today: Day

  package init(person: PersonID?, grants: [Grant], now: Instant, today: Day) {
    self.person = person
    self.grants = grants
    self.now = now
    self.today = today
  }

  /// Whether the viewer holds a role, wherever it holds.
  package func holds(_ role: Role) -> Bool {
    grants.contains { $0.role == role }
  }

  /// Whether the viewer holds one of some roles for the whole institution.
  package func holdsForInstitution(_ roles: Role...) -> Bool {
    grants.contains { $0.scope == .institution && roles.contains($0.role) }
  }

  /// The programs for which the viewer holds one of some roles.
  package func programs(as roles: Role...) -> [ProgramID] {
    grants.compactMap { grant in
      if case .program(let program) = grant.scope, roles.contains(grant.role) {
        program
      } else {
        nil
      }
    }
  }
}
