import Kernel
import SQLStore

/// A change of how someone signs in: recorded, shown to them and mailed at once, whoever made it.
enum AccountChange {
  case passwordSet, passwordRemoved, secondFactorOn, secondFactorOff
  case recoveryCodesMade, recoveryCodeUsed

  /// The act in the audit trail.
  private var act: String {
    switch self {
    case .passwordSet: "password.set"
    case .passwordRemoved: "password.removed"
    case .secondFactorOn: "second_factor.set_up"
    case .secondFactorOff: "second_factor.removed"
    case .recoveryCodesMade: "recovery_codes.made"
    case .recoveryCodeUsed: "recovery_code.used"
    }
  }

  /// What happened, said to the person whose account it is.
  private var sentence: String {
    switch self {
    case .passwordSet: "Your password was set."
    case .passwordRemoved: "Your password was removed; you sign in with mailed links."
    case .secondFactorOn: "Your second factor was set up."
    case .secondFactorOff: "Your second factor was removed."
    case .recoveryCodesMade: "New recovery codes were made for your second factor."
    case .recoveryCodeUsed: "A recovery code was used in place of your second factor."
    }
  }

  /// Records the change and tells the person, in its own transaction.
  /// - Parameters:
  ///   - actor: who made it; nil for the operator of the system.
  ///   - site: the site's address, for the link in the mail.
  func note(
    of person: PersonID, by actor: PersonID?, _ site: String, _ world: World,
    _ writer: any SQLWriter
  ) throws {
    let now = world.now()
    try Audit.append(Audit.Act(act, of: .person(person)), by: actor, at: now, to: writer)
    let news = Notice.News(.account, sentence, path: "/security")
    try Notice.tell(person, news, in: world, writer: writer)
    guard let account = try Account.find(person, reader: writer), let address = account.address
    else { return }
    let settings = try Settings(reader: writer)
    let who = actor == person ? "" : " by an administrator"
    let body = """
      Hello \(account.name),

      \(sentence) This was done\(who) at \(LetterTime.words(now, settings)).

      Was it you, or did you ask for it? Then there is nothing to do. If not: sign in with a mailed
      link, see who is signed in and set a new password at \(site)/security,
      and tell your \(settings.word(.office)).

      Housestaff at \(settings.institutionName)
      """
    try Outbox.put(
      Outbox.Draft(to: address, subject: sentence, body: body, kind: Letter.kind), in: world,
      writer: writer)
  }
}
