package import Kernel
package import SQLStore

/// The mail that carries a link: short plain text that says who asked for it, and when.
package struct LinkLetter: Sendable {
  private let origin: Origin
  private let site: String

  private enum Origin: Sendable {
    case browser(device: String)
    case office(sender: String?)
  }

  /// The letter of a link that was asked for on the sign-in page.
  static func requested(_ browser: Browser, site: String) -> LinkLetter {
    LinkLetter(origin: .browser(device: Device.words(browser.device)), site: site)
  }

  /// Sends someone a link from their page, in the office's name.
  ///
  /// The link goes to the person's own mailbox alone; whoever sends it never sees it.
  /// - Parameter site: the site's address, for the link.
  /// - Returns: the address that it goes to.
  /// - Throws: ``Absent`` for whoever does not keep the roster or for nobody,
  ///   ``AccountRefusal/deactivated(name:)``, ``AccountRefusal/noAddress(name:)``.
  @discardableResult
  package static func invite(
    _ person: PersonID, by viewer: Viewer, site: String, in world: World, writer: any SQLWriter
  ) throws -> String {
    guard viewer.holdsForInstitution(.office, .administrator) else { throw Absent() }
    guard let name = try self.name(of: person, writer) else { throw Absent() }
    guard let account = try Account.find(person, reader: writer) else {
      throw AccountRefusal.deactivated(name: name)
    }
    guard let address = account.address else { throw AccountRefusal.noAddress(name: name) }
    let sender = try viewer.person.flatMap { try self.name(of: $0, writer) }
    try LinkLetter(origin: .office(sender: sender), site: site)
      .send(to: account, returnTo: "/", in: world, writer: writer)
    try Audit.append(
      Audit.Act("link.sent", of: .person(person)), by: viewer.person, at: viewer.now, to: writer)
    return address
  }

  private static func name(of person: PersonID, _ reader: any SQLReader) throws -> String? {
    try reader.first("SELECT name FROM directory_entry WHERE person_id = \(person)")?.text("name")
  }

  /// Makes the link and puts the letter into the outbox; nobody without an address gets one.
  func send(
    to account: Account, returnTo: String, in world: World, writer: any SQLWriter
  ) throws {
    guard let address = account.address else { return }
    let purpose: OneTimeLink.Purpose =
      switch origin {
      case .browser: .signIn
      case .office: .invitation
      }
    let link = try OneTimeLink.make(
      for: account.person, purpose, returnTo: returnTo, in: world, writer: writer)
    let settings = try Settings(reader: writer)
    let moment = LetterTime.words(world.now(), settings)
    let body = """
      Hello \(account.name),

      this link signs you in to Housestaff at \(settings.institutionName):

      \(site)\(link.path)

      \(reason(moment, settings)) It works once, until \
      \(LetterTime.words(link.expiresAt, settings)).

      \(advice)
      """
    try Outbox.put(
      Outbox.Draft(
        to: address, subject: "Your link to sign in to Housestaff", body: body,
        kind: Letter.kind), in: world, writer: writer)
  }

  private func reason(_ moment: String, _ settings: Settings) -> String {
    switch origin {
    case .browser(let device):
      "It was asked for at \(moment) on the sign-in page, with: \(device)."
    case .office(let sender):
      "\(sender ?? "Housestaff") sent it to you from the \(settings.word(.office)) at \(moment)."
    }
  }

  private var advice: String {
    switch origin {
    case .browser:
      """
      You did not ask for it? Then ignore this mail: without the link nobody gets in, and nothing
      has changed.
      """
    case .office:
      """
      Later you get a new link whenever you need one: open \(site)/sign-in
      and write your mail address.
      """
    }
  }
}
