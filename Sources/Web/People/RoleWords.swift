import HTML
import Kernel
import Roster

/// How pages name a role that someone holds.
enum RoleWords {
  /// `Program director`, or `Deputy of Ruth Marín, program director`.
  static func title(_ line: RoleLine, _ words: Words) -> HTML {
    guard let principal = line.principal else { return .text(line.grant.role.label(in: words)) }
    return .group([
      .text("\(line.grant.role.label(in: words)), deputy of "),
      a(.href(PeoplePath.person.location(principal.person)), .named("dir", "auto")) {
        principal.name
      },
    ])
  }

  /// A word about how the grant stands.
  static func badge(_ state: RoleGrant.State) -> HTML {
    switch state {
    case .current: Badge.of(state.label, .good)
    case .upcoming: Badge.of(state.label, .info)
    case .over, .revoked: Badge.of(state.label)
    }
  }
}
