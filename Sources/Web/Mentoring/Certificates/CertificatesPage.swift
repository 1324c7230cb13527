import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// The certificates of a cycle, for whoever runs mentoring: who has earned one, giving them, and
/// those that were given.
struct CertificatesPage: Sendable {
  let visit: Visit
  let cycle: MentoringCycle
  let certificates: [MentorCertificate]
  /// Who has earned one and was never given one.
  let waiting: [CertificateDue]
  let names: [PersonID: String]
  let state: FormState

  init(
    _ id: ID<MentoringCycle>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    self.state = state
    cycle = try MentoringCycle.find(id, viewer: viewer, reader: reader)
    certificates = try MentorCertificate.all(in: id, viewer: viewer, reader: reader)
    waiting = try CertificateDue.all(in: cycle, viewer: viewer, reader: reader)
      .filter { !$0.wasIssued }
    names = try Directory.names(of: waiting.map(\.person), reader: reader)
  }

  var page: Page {
    Page(
      "Certificates", in: .mentoring, under: CyclePage.crumbs(cycle),
      subtitle: "For mentors of whom a pair was completed, or went on until the end."
    ) {
      giving
      if !certificates.isEmpty { table }
    }
  }

  /// Those whom the viewer may give one: everyone but themselves.
  private var others: [CertificateDue] {
    waiting.filter { $0.person != visit.viewer.person }
  }

  private var giving: HTML {
    Card.of("Give certificates") {
      if others.isEmpty {
        Form.summary(state)
        p(.class("soft")) {
          "Nobody waits for one. Mentors have earned one once a pair is completed, or goes on "
            + "until \(When.day(cycle.plan.endsOn))."
        }
      } else {
        ul(.class("list")) {
          for one in others {
            li {
              bdi { names[one.person] ?? "" }
              small { " " + facts(one) }
            }
          }
        }
        Form.of(visit, MentoringPath.certificates.location(cycle.id), state) {
          p(.class("soft")) {
            "Each says name, mentoring program, days, hours and number of mentees. Whoever has its "
              + "code can check it, without signing in."
          }
          Form.acts(
            others.count == 1
              ? "Give 1 certificate" : "Give \(Figures.grouped(others.count)) certificates")
        }
      }
      if waiting.count > others.count { p { "Your own is given by a colleague." } }
    }
  }

  private func facts(_ one: CertificateDue) -> String {
    let hours = one.halfHours == 0 ? "" : ", \(OverviewWords.hours(one.halfHours)) hours"
    return Figures.counted(one.mentees, "mentee", "mentees") + hours
  }

  private var table: HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { "Certificates that were given" },
        Cells.head(["Name", "Stands", "Given", "Open", ""]),
        tbody { for one in certificates { row(one) } },
      ])
  }

  private func row(_ one: MentorCertificate) -> HTML {
    tr {
      Cells.name { bdi { one.content.name } }
      td { OwnCertificates.badge(one) }
      Cells.labeled("Given", .text(When.day(one.content.issuedOn)))
      Cells.labeled("Open", CertificateWords.links(one))
      td { act(one) }
    }
  }

  @HTMLBuilder private func act(_ one: MentorCertificate) -> HTML {
    if one.revokedOn == nil {
      a(
        .class("btn small"), .href(MentoringPath.revoke.location(one.id)),
        .aria(.label, "Revoke: \(one.content.name)")
      ) { "Revoke" }
    } else if mayHaveNew(one) {
      Form.button(
        visit, "Give a new one", MentoringPath.issueAnew.location(one.id), style: "btn small")
    }
  }

  /// Whether this is the last one of somebody else, and holds no more.
  private func mayHaveNew(_ one: MentorCertificate) -> Bool {
    one.person != nil && one.person != visit.viewer.person
      && certificates.first { $0.person == one.person }?.id == one.id
  }
}

/// A mentor's own certificates, on the start page of mentoring.
enum OwnCertificates {
  static func card(_ certificates: [MentorCertificate]) -> HTML {
    guard !certificates.isEmpty else { return .nothing }
    return Card.of("Your certificates of service") {
      ul(.class("list")) {
        for one in certificates {
          li {
            div {
              p {
                bdi { "\(one.content.program), \(CertificateWords.days(one.content))" }
                " "
                badge(one)
              }
              if one.revokedOn != nil {
                p(.class("soft")) { "Why it holds no more: \(one.reason)" }
              }
              p { CertificateWords.links(one) }
            }
          }
        }
      }
    }
  }

  static func badge(_ one: MentorCertificate) -> HTML {
    if let day = one.revokedOn { return Badge.of("revoked \(When.day(day))", .bad) }
    return Badge.of("holds", .good)
  }
}
