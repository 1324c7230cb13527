import Demo
import Kernel
import Roster

extension FictionalHospital {
  /// A number that changes with any fact of the hospital (FNV-1a, 64 bits).
  var digest: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in facts.joined(separator: "\n").utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  private var facts: [String] {
    let places =
      sponsors.map { "\($0.id.text) \($0.name)" } + sites.map { "\($0.id.text) \($0.name)" }
      + departments.map { "\($0.id.text) \($0.name)" }
    let programs = programs.map { program in
      "\(program.id.text) \(program.name) \(program.accreditationNumber) \(program.levels) "
        + "\(program.places) \(program.sponsor.text) \(program.sites.map(\.text))"
    }
    let people = people.map { person in
      "\(person.id.text) \(person.name.legal) \(person.name.preferred ?? "") "
        + "\(person.personnelNumber ?? "") \(person.degrees ?? "") \(person.address ?? "") "
        + "\(deactivated[person.id]?.text ?? "")"
    }
    let appointments = appointments.map { one in
      "\(one.id.text) \(one.person.text) \(one.program.text) \(one.site?.text ?? "") \(one.level) "
        + "\(one.standing) \(one.startsOn.text) \(one.endsOn.text) \(one.endsAs?.rawValue ?? "")"
    }
    let grants = grants.map { grant in
      "\(grant.id.text) \(grant.person.text) \(grant.role) \(grant.scope.id ?? "") "
        + "\(grant.startsOn.text) \(grant.endsOn?.text ?? "") \(grant.grantedAt.text)"
    }
    let offered = DemonstrationRole.allCases.map { "\($0) \(cast[$0]?.text ?? "")" }
    return places + programs + people + appointments + grants + offered
      + chiefResidents.map(\.text)
  }
}
