package import Kernel
import Roster

extension Viewer {
  /// Whether the viewer founds and closes organizations and gives them seats.
  package var mayKeepOrganizations: Bool { mayKeepRoster }

  /// Whether the viewer finds organizations that are not listed.
  package var maySeeAllOrganizations: Bool { maySeeFormerPeople }

  /// Whether the viewer sees which directors have not answered.
  package var maySeeSilentDirectors: Bool { maySeeFormerPeople }

  /// Whether the viewer may publish a charter although its wording was questioned.
  package var mayOverrideWording: Bool { holdsForInstitution(.dio, .administrator) }

  /// The programs whose trainees the viewer may release for a seat: as director, or as the deputy
  /// whom the director named.
  package var directedPrograms: [ProgramID] { programs(as: .programDirector) }
}
