import HTML
import Kernel

/// The jobs, newest first.
struct JobsPage: Sendable {
  let visit: Visit
  let state: Job.State?
  /// At most fifty, and one more when there is another page.
  let jobs: [Job]

  var page: Page {
    Page("Jobs and mail", in: .operations) {
      OperationsTabs.of(jobs: true)
      StateFilter.of(
        OperationsPath.jobs.location(),
        Job.State.allCases.map { ($0.rawValue, Self.words($0)) }, state?.rawValue)
      if jobs.isEmpty {
        EmptyState.of("No job here", "Work that goes on after a page is answered is listed here.")
      } else {
        jobTable
        Pager.of(
          "", previous: nil,
          next: jobs.count > 50
            ? OperationsPath.jobs.location(
              [("state", state?.rawValue ?? ""), ("before", jobs[49].id.text)])
            : nil)
      }
    }
  }

  private var jobTable: HTML {
    table {
      thead {
        tr {
          for heading in ["Job", "State", "Due", "Tries", "Outcome", ""] { th { heading } }
        }
      }
      tbody { for run in runs { row(run.job, run.repeated) } }
    }
  }

  /// Jobs of one kind that ended alike one after the other, as one line each.
  private var runs: [(job: Job, repeated: Int)] {
    jobs.prefix(50).reduce(into: []) { runs, job in
      if let last = runs.last?.job, job.state == .done, last.state == .done,
        last.kind == job.kind, last.outcome == job.outcome
      {
        runs[runs.count - 1].repeated += 1
      } else {
        runs.append((job, 0))
      }
    }
  }

  private func row(_ job: Job, _ repeated: Int) -> HTML {
    tr(.classes(job.state == .failed ? "bad" : "")) {
      HTML.element("th", [.named("scope", "row")], [.text(Parts.title(ofJob: job.kind))])
      td { badge(job) }
      td(.class("fix"), .named("data-label", "Due")) { When.moment(job.dueAt, visit) }
      td(.class("num"), .named("data-label", "Tries")) { "\(job.attempts)" }
      td(.named("data-label", "Outcome")) {
        job.outcome
        if repeated > 0 {
          " "
          small { "And \(Figures.counted(repeated, "time", "times")) before." }
        }
      }
      td {
        if job.state == .failed {
          Form.button(
            visit, "Try again", OperationsPath.retryJob.location(job.id), style: "btn small")
        }
      }
    }
  }

  private func badge(_ job: Job) -> HTML {
    let tone: Tone =
      switch job.state {
      case .waiting: .neutral
      case .running: .info
      case .done: .good
      case .failed: .bad
      }
    return Badge.of(Self.words(job.state), tone)
  }

  private static func words(_ state: Job.State) -> String {
    switch state {
    case .waiting: "Waiting"
    case .running: "Running"
    case .done: "Done"
    case .failed: "Failed"
    }
  }
}

/// Jobs and mail side by side.
enum OperationsTabs {
  static func of(jobs: Bool) -> HTML {
    Tabs.of(
      [
        Tabs.Tab("Jobs", OperationsPath.jobs.location(), isCurrent: jobs),
        Tabs.Tab("Mail", OperationsPath.mail.location(), isCurrent: !jobs),
      ], label: "Jobs and mail")
  }
}

/// A choice among states, above a list.
enum StateFilter {
  static func of(
    _ action: Location, _ states: [(value: String, label: String)], _ current: String?
  ) -> HTML {
    form(.class("filters"), .action(action)) {
      HTML.element(
        "label", [],
        [
          "State",
          select(.name("state")) {
            option(.value("")) { "Any state" }
            for state in states {
              option(.value(state.value), .flag("selected", state.value == current)) { state.label }
            }
          },
        ])
      HTML.element("button", [.class("btn small")], ["Show"])
    }
  }
}
