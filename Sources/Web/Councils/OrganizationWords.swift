import Councils
import HTML
import Kernel
import Roster

/// Organizations in words.
enum OrganizationWords {
  /// `Council, founded 2009`.
  static func line(_ organization: Organization) -> String {
    kind(organization.kind) + (organization.founded.map { ", founded \($0)" } ?? "")
  }

  static func kind(_ kind: Organization.Kind) -> String {
    switch kind {
    case .association: "Association"
    case .council: "Council"
    case .committee: "Committee"
    case .trackBody: "Body of a track"
    }
  }

  static func listing(_ listing: Organization.Listing, _ words: Words) -> String {
    switch listing {
    case .everyone: "everyone who signs in"
    case .members: words("those who belong to it, the {office} and the institutional official")
    }
  }

  static func seatKind(_ kind: SeatRule.Kind, _ words: Words) -> String {
    switch kind {
    case .eachDepartment: words("Each {department}, from its {trainees}")
    case .eachProgram: words("Each {program}, from its {trainees}")
    case .eachSite: words("Each {site}, from its {trainees}")
    case .atLarge: words("At large: {trainees} of any {program}")
    case .exOfficio: "Ex officio: whoever holds a role"
    case .appointed: words("Appointed by the {office}")
    case .peerSelected: words("Peer-selected: elected by the {trainees}")
    }
  }

  static func category(_ category: SeatCategory, _ words: Words) -> String {
    switch category {
    case .dio: "Designated institutional official"
    case .programDirector: words("{Program} director")
    case .peerSelectedTrainee: words("Peer-selected {trainee}")
    case .qualityOfficer: "Quality or safety officer"
    case .other: "Other"
    }
  }

  static func state(_ state: SeatState) -> (word: String, tone: Tone) {
    switch state {
    case .vacant: ("Vacant", .bad)
    case .awaiting: ("Awaiting approval", .warn)
    case .endingSoon: ("Ending soon", .info)
    case .filled: ("Filled", .good)
    }
  }

  static func nomination(_ state: Nomination.State) -> (word: String, tone: Tone) {
    switch state {
    case .awaiting: ("Awaiting approval", .warn)
    case .approved: ("Approved", .good)
    case .declined: ("Declined", .bad)
    case .withdrawn: ("Taken back", .neutral)
    case .lapsed: ("Lapsed", .neutral)
    }
  }
}
