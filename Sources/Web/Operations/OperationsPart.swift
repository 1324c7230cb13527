import HTML
import Kernel
import Roster
import SQLStore

/// The addresses of jobs and mail.
enum OperationsPath {
  static let jobs = SitePath<NoArgument>("jobs")
  static let mail = SitePath<NoArgument>("mail")
  static let retryJob = SitePath<ID<Job>>("jobs", argument: ID<Job>.self, then: "retry")
  static let retryMail = SitePath<ID<OutboxMessage>>(
    "mail", argument: ID<OutboxMessage>.self, then: "retry")
}

/// What goes on behind the pages: jobs and mail, with what failed.
struct OperationsPart: Part {
  var places: [Place] {
    [
      Place(
        .operations, "Jobs and mail", OperationsPath.jobs.location(), in: .office,
        for: .administrator)
    ]
  }

  /// What is done and sent is forgotten after thirty days.
  var jobs: [JobKind] {
    [
      JobKind(
        "operations.forget", "Forget jobs and mail that are done",
        nextDue: JobKind.every(seconds: 86_400)
      ) { _, around in
        let before = around.world.now().adding(seconds: -30 * 86_400)
        return try await around.store.write { writer in
          let jobs = try writer.execute(
            "DELETE FROM job WHERE state = 'done' AND finished_at < \(before)")
          let mails = try writer.execute(
            "DELETE FROM outbox_message WHERE state = 'sent' AND sent_at < \(before)")
          return "\(Figures.counted(jobs, "job", "jobs")) and "
            + "\(Figures.counted(mails, "mail", "mails")) of more than 30 days ago are forgotten."
        }
      }
    ]
  }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(OperationsPath.jobs, .administrator) { visit, _, reader in
      let state = Job.State(rawValue: visit.query["state"])
      let jobs = try Job.latest(
        state: state, before: ID(given: visit.query["before"]), reader: reader)
      return .page(JobsPage(visit: visit, state: state, jobs: jobs).page)
    }
    routes.page(OperationsPath.mail, .administrator) { visit, _, reader in
      let state = OutboxMessage.State(rawValue: visit.query["state"])
      let messages = try Outbox.latest(
        state: state, before: ID(given: visit.query["before"]), reader: reader)
      return .page(MailPage(visit: visit, state: state, messages: messages).page)
    }
    routes.button(OperationsPath.retryJob, .administrator) { visit, job, _, writer in
      try Job.retry(job, by: visit.viewer, writer: writer)
      return .redirect(OperationsPath.jobs.location(), saying: "The job will be tried again.")
    }
    routes.button(OperationsPath.retryMail, .administrator) { visit, message, _, writer in
      try Outbox.retry(message, by: visit.viewer, writer: writer)
      return .redirect(OperationsPath.mail.location(), saying: "The mail will be sent again.")
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) throws -> [HomeItem] {
    guard visit.viewer.mayAdminister else { return [] }
    let dead = try reader.number("SELECT count(*) FROM outbox_message WHERE state = 'dead'")
    let failed = try reader.number("SELECT count(*) FROM job WHERE state = 'failed'")
    var items: [HomeItem] = []
    if dead > 0 {
      items.append(
        HomeItem(
          .due, Figures.counted(dead, "mail was", "mails were") + " given up",
          why: "See what the relay said, and send again.",
          OperationsPath.mail.location([("state", "dead")])))
    }
    if failed > 0 {
      items.append(
        HomeItem(
          .due, Figures.counted(failed, "job", "jobs") + " failed", why: "See why, and try again.",
          OperationsPath.jobs.location([("state", "failed")])))
    }
    return items
  }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}
