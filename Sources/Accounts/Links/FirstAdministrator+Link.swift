package import Kernel
package import Roster
package import SQLStore

extension FirstAdministrator {
  /// Makes the first administrator with a link that works once within a day: `housestaff init`.
  ///
  /// Run again before they have signed in, with the same address, it gives a new link and ends the
  /// old one.
  /// - Throws: ``AccountRefusal/alreadyBegun`` once an administrator has signed in;
  ///   `RosterRefusal` or `Problems` where the person cannot be added.
  package static func link(
    _ draft: PersonDraft, on today: Day, in world: World, to writer: any SQLWriter
  ) throws -> OneTimeLink.Made {
    let administrators = try administrators(on: today, writer)
    guard try !haveSignedIn(administrators, writer) else { throw AccountRefusal.alreadyBegun }
    let address = draft.address ?? ""
    let known = try Account.find(address: address, reader: writer)
    if let known, administrators.contains(known.person) {
      return try newLink(for: known.person, .firstAdministrator, world, writer)
    }
    let person = try appoint(draft, on: today, in: world, to: writer)
    return try newLink(for: person, .firstAdministrator, world, writer)
  }

  /// Makes a link for an administrator who cannot get in: `housestaff administrator`.
  ///
  /// It is recorded in the audit trail; whoever runs it has the machine already.
  /// - Parameter dropsSecondFactor: whether the lost second factor is taken away as well.
  /// - Returns: nil where no administrator has this address.
  package static func newLink(
    address: String, on today: Day, dropsSecondFactor: Bool, in world: World,
    to writer: any SQLWriter
  ) throws -> OneTimeLink.Made? {
    guard let account = try Account.find(address: address, reader: writer),
      try administrators(on: today, writer).contains(account.person)
    else { return nil }
    if dropsSecondFactor, account.hasSecondFactor {
      try SecondFactor.forget(account.person, "", world, by: nil, writer)
    }
    return try newLink(for: account.person, .administrator, world, writer)
  }

  private static func newLink(
    for person: PersonID, _ purpose: OneTimeLink.Purpose, _ world: World, _ writer: any SQLWriter
  ) throws -> OneTimeLink.Made {
    try OneTimeLink.endAll(of: person, at: world.now(), writer: writer)
    try Audit.append(
      Audit.Act("administrator.link_made", of: .person(person), detail: purpose.rawValue),
      by: nil, at: world.now(), to: writer)
    return try OneTimeLink.make(for: person, purpose, in: world, writer: writer)
  }

  private static func administrators(
    on today: Day, _ reader: any SQLReader
  ) throws -> [PersonID] {
    var people: [PersonID] = []
    try reader.forEach(
      """
      SELECT DISTINCT person_id FROM role_grant
      WHERE role = 'administrator' AND revoked_at IS NULL AND starts_on <= \(today)
        AND (ends_on IS NULL OR ends_on >= \(today))
      """
    ) { people.append(try $0.id("person_id")) }
    return people
  }

  /// Whether one of them was ever here: sessions are forgotten after a while, the trail is not.
  private static func haveSignedIn(
    _ people: [PersonID], _ reader: any SQLReader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT count(*) FROM audit_entry
      WHERE act = 'session.started' AND actor IN (\(list: people.map(\.text)))
      """) > 0
  }
}
