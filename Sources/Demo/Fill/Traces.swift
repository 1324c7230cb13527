import Kernel
import Roster
import SQLStore

/// What people find on their pages: notices, reads of their records, and for the administrator
/// the jobs and mail of the last weeks.
struct Traces {
  private let hospital: FictionalHospital
  private let imports: ImportHistory
  private let names: [PersonID: String]

  init(_ hospital: FictionalHospital, _ imports: ImportHistory) {
    self.hospital = hospital
    self.imports = imports
    self.names = Dictionary(
      uniqueKeysWithValues: hospital.people.map { ($0.id, $0.name.display) })
  }

  /// Writes them.
  func insert(to writer: any SQLWriter) throws {
    try insertNotices(to: writer)
    try insertReads(to: writer)
    try insertJobs(to: writer)
    try insertMail(to: writer)
  }

  /// An identifier that sorts by its moment.
  private func id<Thing>(
    _ number: Int, at moment: Instant, _ type: ID<Thing>.Type = ID<Thing>.self
  ) -> SQLValue {
    var chance = Chance(hospital.seed, .trail, number, Int(moment.milliseconds))
    return chance.id(madeAt: moment, type).sqlValue
  }

  private func day(_ before: Int) -> Day { hospital.today.adding(days: -before) }
}

extension Traces {
  /// Who opened whose record: readers who may, by their roles.
  private var reads: [(subject: PersonID, reader: PersonID, at: Instant)] {
    let pairs: [(DemonstrationRole, DemonstrationRole)] = [
      (.resident, .programDirector), (.chiefResident, .programDirector), (.resident, .office),
      (.fellow, .programCoordinator), (.fellow, .office), (.chiefResident, .dio),
      (.resident, .programDirector), (.fellow, .programCoordinator),
    ]
    return pairs.enumerated().compactMap { turn, pair in
      guard let subject = hospital.cast[pair.0], let reader = hospital.cast[pair.1] else {
        return nil
      }
      return (subject, reader, day(90 - 11 * turn).moment(hour: 13, minute: 5 * turn))
    }
  }

  private func insertReads(to writer: any SQLWriter) throws {
    try writer.executeMany(
      "INSERT INTO record_read (id, person_id, reader, what, at) VALUES ($1, $2, $3, $4, $5)",
      reads.enumerated().map { number, read in
        [
          id(number, at: read.at, ID<RecordRead>.self), read.subject.sqlValue,
          read.reader.sqlValue, .text("personnel record"), read.at.sqlValue,
        ]
      })
  }

  private func insertNotices(to writer: any SQLWriter) throws {
    let told = roleNotices + importNotices + readNotices + turnNotices
    try writer.executeMany(
      """
      INSERT INTO notice (id, person, kind, sentence, path, at, read_at, mailed_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      told.enumerated().map { number, notice in
        let digest = notice.at.adding(seconds: 20 * 3600)
        // The last three weeks are still unread.
        let isRead = notice.at < day(21).moment(hour: 0)
        return [
          id(number, at: notice.at, ID<Notice>.self), notice.person.sqlValue,
          .text(notice.kind.rawValue), .text(notice.sentence), .text(notice.path),
          notice.at.sqlValue, (isRead ? digest : nil).sqlValue, digest.sqlValue,
        ]
      })
  }

  private struct Told {
    let person: PersonID
    let kind: Notice.Kind
    let sentence: String
    let path: String
    let at: Instant
  }

  private var roleNotices: [Told] {
    let cast = Set(hospital.cast.values)
    let places = ScopeNames(hospital)
    return hospital.grants.filter { cast.contains($0.person) }.map { grant in
      let role = "\(grant.role.label(in: .ours)), \(places[grant.scope])"
      let holder = hospital.grants.first { $0.id == grant.deputyOf }.map { name(of: $0.person) }
      let sentence =
        holder.map { "You are now deputy of \($0): \(role)." }
        ?? "\(grant.grantedBy.map(name) ?? "Housestaff") gave you a role: \(role)."
      return Told(
        person: grant.person, kind: .role, sentence: sentence,
        path: "/people/\(grant.person.text)/roles", at: grant.grantedAt)
    }
  }

  private var importNotices: [Told] {
    imports.recent.map { done in
      Told(
        person: done.person, kind: .roster,
        sentence: """
          Your import is done: \(done.report.new) new, \(done.report.changed) changed, \
          \(done.report.ended) ended, \(done.report.refusedRows) refused.
          """, path: "/imports/\(done.id.text)", at: done.day.moment(hour: 10, minute: 5))
    }
  }

  /// What the office and a director were told of the rollover.
  private var turnNotices: [Told] {
    let turn = YearTurn(hospital)
    let done = Told(
      person: turn.person, kind: .roster,
      sentence: "The rollover is done: \(turn.report.sentence)", path: "/rollover",
      at: turn.moment.adding(seconds: 60))
    guard let letter = turn.letter(to: hospital.cast[.programDirector]) else { return [done] }
    return [
      done,
      Told(
        person: letter.person, kind: .roster, sentence: letter.sentence, path: letter.path,
        at: turn.moment),
    ]
  }

  private var readNotices: [Told] {
    reads.suffix(5).map { read in
      Told(
        person: read.subject, kind: .account,
        sentence: "\(name(of: read.reader)) opened your personnel record.",
        path: "/who-opened-my-record", at: read.at)
    }
  }

  private func name(of person: PersonID) -> String { names[person] ?? "Someone" }
}

extension Traces {
  private struct Work {
    let kind: String
    let at: Instant
    let outcome: String
    var state = Job.State.done
    var payload = ""
    var person: PersonID?
  }

  private var daily: [Work] {
    (1...14).flatMap { before in
      [
        Work(
          kind: "notices.digest", at: day(before).moment(hour: 7),
          outcome: "\(9 + before * 5 % 7) mails were put into the outbox."),
        Work(
          kind: "operations.forget", at: day(before).moment(hour: 3),
          outcome: "\(14 + before % 3) jobs and \(before * 3) mails are forgotten."),
      ]
    } + [
      Work(
        kind: "operations.forget", at: day(6).moment(hour: 3, minute: 20),
        outcome: "The database was busy for longer than ten seconds.", state: .failed)
    ]
  }

  private var importing: [Work] {
    imports.recent.suffix(1).flatMap { done in
      [
        Work(
          kind: "roster.check", at: done.day.moment(hour: 10, minute: 1),
          outcome: "\(done.report.accepted) rows accepted, \(done.report.refusedRows) refused.",
          payload: done.id.text, person: done.person),
        Work(
          kind: "roster.import", at: done.day.moment(hour: 10, minute: 4),
          outcome: """
            \(done.report.new) new, \(done.report.changed) changed, \(done.report.ended) ended, \
            \(done.report.refusedRows) refused.
            """, payload: done.id.text, person: done.person),
      ]
    }
  }

  private func insertJobs(to writer: any SQLWriter) throws {
    try writer.executeMany(
      """
      INSERT INTO job (id, kind, payload, state, due_at, attempts, progress_done, progress_total,
        outcome, created_by, created_at, finished_at)
      VALUES ($1, $2, $3, $4, $5, $6, 0, 0, $7, $8, $9, $10)
      """,
      (daily + importing).enumerated().map { number, work in
        [
          id(number, at: work.at, ID<Job>.self), .text(work.kind), .text(work.payload),
          .text(work.state.rawValue), work.at.sqlValue,
          (work.state == .done ? 1 : 5).sqlValue, .text(work.outcome), work.person.sqlValue,
          work.at.sqlValue, work.at.adding(seconds: 2).sqlValue,
        ]
      })
  }

  private func insertMail(to writer: any SQLWriter) throws {
    let people = Dictionary(uniqueKeysWithValues: hospital.people.map { ($0.id, $0) })
    let current = DemonstrationRole.allCases.compactMap { hospital.cast[$0] }
    let left = hospital.people.filter { hospital.deactivated[$0.id] != nil }.prefix(2).map(\.id)
    let recipients = current + current + left
    try writer.executeMany(
      """
      INSERT INTO outbox_message (id, recipient, subject, body, kind, state, due_at, attempts,
        answer, created_at, sent_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      recipients.enumerated().compactMap { number, id in
        people[id]?.address.map { letter(number, to: $0, isSent: number < 2 * current.count) }
      })
  }

  /// A digest that was sent, or one whose mailbox is no longer there.
  private func letter(_ number: Int, to address: String, isSent: Bool) -> [SQLValue] {
    let at = day(1 + number % 12).moment(hour: 7, minute: number % 60)
    let count = 2 + number % 4
    return [
      id(number, at: at, ID<OutboxMessage>.self), .text(address),
      .text("\(count) notices from \(hospital.name)"),
      .text("You have \(count) new notices. Read them after signing in.\n"), .text("notices"),
      .text(isSent ? "sent" : "dead"), at.sqlValue, (isSent ? 1 : 5).sqlValue,
      .text(isSent ? "250 2.0.0 Accepted" : "550 5.1.1 No such mailbox here"), at.sqlValue,
      (isSent ? at.adding(seconds: 3) : nil).sqlValue,
    ]
  }
}
