import Accounts
import Concerns
import HTML
import Kernel
import SQLStore

/// Concerns: raising them, reading and answering them, and who does.
struct ConcernsPart: Part {
  var places: [Place] {
    [
      Place(
        .concerns, "Concerns", ConcernPath.start.location(), in: .councils, for: .signedIn)
    ]
  }

  var jobs: [JobKind] { [Self.morning] }

  /// Responders are named by hand and stay; who left reads nothing, for they cannot sign in.
  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(ConcernPath.start, .signedIn) { visit, _, reader in
      .page(try ConcernsPage(visit, reader).page)
    }
    registerRaising(in: &routes)
    registerWriting(in: &routes)
    registerFiles(in: &routes)
    registerKeys(in: &routes)
    registerHandling(in: &routes)
    registerGroups(in: &routes)
    registerRules(in: &routes)
    routes.page(ConcernPath.register, .signedIn) { visit, _, reader in
      .page(try RegisterPage(visit, reader).page)
    }
    routes.page(ConcernPath.registerFile, .signedIn) { visit, _, reader in
      .download(try RegisterPage.export(visit, reader))
    }
  }

  /// Of what they handle only numbers stand there: others look over one's shoulder.
  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    let handling = try Responder.own(viewer: visit.viewer, reader: reader)
    guard let first = handling.first else { return [] }
    guard first.hasKey else {
      return [
        HomeItem(
          .due, "Make your reading key", why: "You are to read and answer concerns.",
          ConcernPath.key.location())
      ]
    }
    let counts = try Concern.counts(viewer: visit.viewer, reader: reader)
    guard counts.open > 0 else { return [] }
    return [
      HomeItem(
        .due, Figures.counted(counts.open, "concern is open", "concerns are open"),
        why: counts.overdue == 0
          ? "You handle them." : "\(counts.overdue) of them later than promised.",
        ConcernPath.desk.location(),
        day: counts.overdue > 0 ? visit.viewer.today.adding(days: -1) : nil)
    ]
  }

  /// Nothing of a concern is found by searching but what the register says.
  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) throws -> [FoundGroup] {
    let found = try RegisterEntry.list(
      RegisterQuery(text: text), at: .start, viewer: visit.viewer, reader: reader, size: 5)
    return [
      FoundGroup(
        heading: "You said, we did",
        found: found.entries.map { one in
          FoundGroup.Found(
            title: String(one.said.prefix(80)),
            detail: "\(one.categoryName), \(RegisterPage.month(one.month))",
            location: ConcernPath.register.location([("q", text)]))
        })
    ]
  }

  /// What someone handles. What they raised cannot be in it: it is kept nowhere that they did.
  func ownData(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let own = try Responder.own(viewer: visit.viewer, reader: reader)
    let names = try HandlingGroup.all(viewer: visit.viewer, reader: reader)
    return [
      OwnTable(
        name: "concern-responding", title: "Groups for which you handle concerns",
        seenBy: "everyone, before they write", columns: ["Group", "As", "Reading key made"],
        rows: own.map { one in
          [
            names.first { $0.id == one.group }?.name ?? "", one.title, one.hasKey ? "yes" : "no",
          ]
        })
    ]
  }

  /// Says no number: whoever runs jobs reads it.
  private static let morning = JobKind(
    ConcernNight.job, "Tell responders what is new in concerns",
    nextDue: nextMorning,
    run: { _, around in
      _ = try await ConcernNight.pass(in: around.world, around.store)
      return "Done."
    })

  /// At the hour at which digests are mailed, by the institution's clock.
  private static func nextMorning(after now: Instant, _ settings: Settings) -> Instant {
    let today = now.day(in: settings.timeZone)
    let morning = today.instant(hour: settings.digestHour, in: settings.timeZone)
    guard morning <= now else { return morning }
    return today.adding(days: 1).instant(hour: settings.digestHour, in: settings.timeZone)
  }
}

extension Visit {
  /// The sign-in in which concerns are read; nil for someone who is not signed in.
  var reading: ReadingSession? {
    guard let session, let sessionSecret else { return nil }
    return ReadingSession(
      session: session.id.text, seed: sessionSecret.seed(for: "concerns"))
  }

  /// The viewer's reading key, where it is unlocked; nil where the passphrase is asked for.
  func unlockedKey(_ reader: any SQLReader) throws -> UnlockedKey? {
    try reading.flatMap {
      try UnlockedKey.current(of: viewer, in: $0, reader: reader)
    }
  }
}
