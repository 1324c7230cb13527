import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// Who enrolled in a cycle, for whoever runs mentoring: those that wait are read and approved here.
struct EnrollmentsPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  /// The page's share of those who stand as is asked for, by name.
  let part: ListPart<Enrollment>
  let names: [PersonID: String]
  let chosen: [ID<Enrollment>: [MentoringTerm]]
  let counts: [Enrollment.State: Int]
  let state: Enrollment.State
  private let form: FormState
  private let isAllTicked: Bool

  /// How many are on a page.
  private static let size = 25
  /// In the order in which the office reads them.
  private static let states: [Enrollment.State] = [.submitted, .returned, .approved]

  init(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ form: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.form = form
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    let all = try Enrollment.all(in: id, viewer: viewer, reader: reader)
    let counts = Dictionary(grouping: all, by: \.state).mapValues(\.count)
    let waiting = Self.states.first { counts[$0] != nil } ?? .submitted
    let state = Enrollment.State(rawValue: visit.query["state"]) ?? waiting
    let names = try Directory.names(of: all.map(\.person), reader: reader)
    let listed = all.filter { $0.state == state }.map { one in
      (one, key: FoldedText.key(names[one.person] ?? ""))
    }.sorted { $0.key < $1.key }.map(\.0)
    isAllTicked = visit.query["tick"] == "all"
    part = ListPart(listed, from: visit.query["from"], size: Self.size)
    chosen = try Enrollment.choices(
      of: state == .submitted ? part.shown.map(\.id) : [], viewer: viewer, reader: reader)
    (self.counts, self.state, self.names) = (counts, state, names)
  }

  var page: Page {
    Page(
      "Enrollments", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "Nobody is matched before you approve them."
    ) {
      if part.shown.isEmpty || state != .submitted { Form.summary(form) }
      if counts.isEmpty {
        EmptyState.of(
          "Nobody has enrolled yet", "Enrollment: \(CycleFacts.enrollment(cycle)).")
      } else {
        tabs
        if part.shown.isEmpty {
          EmptyState.of("Nobody stands there", "Everyone who enrolled is under another heading.")
        } else {
          if state == .submitted { waiting } else { decided }
          part.pager { location(of: state, from: $0) }
        }
      }
    }
  }

  private var tabs: HTML {
    Tabs.of(
      Self.states.map { state in
        let word = MentoringWords.enrollment(state).word
        return Tabs.Tab(
          "\(word.prefix(1).uppercased())\(word.dropFirst()) (\(counts[state] ?? 0))",
          location(of: state), isCurrent: state == self.state)
      }, label: "How they stand")
  }

  private func location(
    of state: Enrollment.State, from: Int = 0, isAllTicked: Bool = false,
    at path: SitePath<ID<MentoringCycle>> = MentoringPath.enrollments
  ) -> Location {
    let query: [(name: String, value: String)] =
      [("state", state.rawValue)] + (from > 0 ? [("from", String(from))] : [])
      + (isAllTicked ? [("tick", "all")] : [])
    return path.location(cycle.id, query: query)
  }

  private func name(_ one: Enrollment) -> String { names[one.person] ?? "" }

  private func side(_ one: Enrollment) -> HTML {
    Cells.labeled("Part", .text(MentoringWords.part(one.part, in: cycle.plan.shape)))
  }

  private func sent(_ one: Enrollment) -> HTML {
    Cells.labeled("Sent", .text(When.moment(one.submittedAt, visit)))
  }
}

extension EnrollmentsPage {
  /// Those that wait, with what they wrote, to be approved together or one by one.
  private var waiting: HTML {
    let approving = location(of: state, from: part.from, at: MentoringPath.approveSome)
    return Form.of(visit, approving, form) {
      HTML.element(
        "table", [],
        [
          caption(.class("vh")) { "Enrollments that wait" },
          Cells.head(["Name", "Part", "What they wrote", "Sent"]),
          tbody { for one in part.shown { waiting(one) } },
        ])
      div(.class("acts")) {
        HTML.element("button", [.class("btn primary")], [.text("Approve those ticked")])
        a(
          .class("btn quiet"),
          .href(location(of: state, from: part.from, isAllTicked: !isAllTicked))
        ) { isAllTicked ? "Tick none" : "Tick all on this page" }
      }
    }
  }

  private func waiting(_ one: Enrollment) -> HTML {
    tr {
      Cells.name {
        if one.person == visit.viewer.person {
          bdi { name(one) }
          small { " Your own: a colleague decides about it." }
        } else {
          EnrollmentTick.of(one, name(one), isOn: isAllTicked || EnrollmentTick.isOn(one, form))
        }
      }
      side(one)
      Cells.labeled("What they wrote", wrote(one))
      sent(one)
    }
  }

  private func wrote(_ one: Enrollment) -> HTML {
    .group([
      .text((chosen[one.id] ?? []).map(\.name).joined(separator: ", ")),
      one.goals.isEmpty ? .nothing : Paragraphs.of(one.goals),
      p {
        a(.href(MentoringPath.enrollment.location(one.id))) {
          "Read all"
          span(.class("vh")) { " that \(name(one)) wrote" }
        }
      },
    ])
  }

  /// Those that were decided.
  private var decided: HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "Enrollments" },
        Cells.head(["Name", "Part", "Sent"]),
        tbody {
          for one in part.shown {
            tr {
              Cells.name(name(one), MentoringPath.enrollment.location(one.id))
              side(one)
              sent(one)
            }
          }
        },
      ])
  }
}
