import HTML
import Kernel
import Roster

/// How pages name a role that someone holds.
enum RoleWords {
  /// `Program director`, or `Deputy of Ruth Marín, program director`.
  static func title(_ line: RoleLine) -> HTML {
    guard let principal = line.principal else { return .text(line.grant.role.label) }
    return .group([
      .text("\(line.grant.role.label), deputy of "),
      a(.href(PeoplePath.person.location(principal.person)), .named("dir", "auto")) {
        principal.name
      },
    ])
  }

  /// A word about how the grant stands.
  static func badge(_ state: RoleGrant.State) -> HTML {
    switch state {
    case .current: Badge.of("Now", .good)
    case .upcoming: Badge.of("To come", .info)
    case .over: Badge.of("Over")
    case .revoked: Badge.of("Ended")
    }
  }
}
