import Councils
import HTML
import Kernel
import SQLStore

/// The officers of an organization, those who are asked, and those before.
struct OfficerList: Sendable {
  let frame: OrganizationFrame
  let current: [Officer]
  let others: [Officer]
  let asked: [Officer]

  init(_ frame: OrganizationFrame, _ reader: any SQLReader) throws {
    self.frame = frame
    let viewer = frame.visit.viewer
    current = try Officer.current(of: frame.organization, on: viewer.today, reader: reader)
    others = try Officer.others(of: frame.organization, on: viewer.today, reader: reader)
    asked = try Officer.asked(in: frame.organization, viewer: viewer, reader: reader)
  }

  var markup: HTML {
    Card.of("Officers") {
      if current.isEmpty { p { "There is no officer at present." } }
      if !current.isEmpty { table(of: current, "Officers") }
      if !asked.isEmpty {
        h3 { "Asked, and not answered" }
        table(of: asked, "Asked, and not answered")
      }
      if !others.isEmpty {
        Fold.of("Officers before and to come") {
          ul { for officer in others { li { line(officer) } } }
        }
      }
      if frame.runs, frame.organization.isOpen(on: frame.visit.viewer.today) {
        p {
          a(.class("btn"), .href(MemberPath.askOfficer.location(frame.id))) { "Ask an officer" }
        }
      }
    }
  }

  private func table(of officers: [Officer], _ heading: String) -> HTML {
    HTML.element(
      "table", [],
      [
        caption(.class("vh")) { heading },
        Cells.head(["Name", "Title", "Term", ""]),
        tbody { for officer in officers { row(officer) } },
      ])
  }

  private func row(_ officer: Officer) -> HTML {
    tr {
      Cells.name(officer.name, PeoplePath.person.location(officer.person))
      Cells.text(officer.title)
      Cells.labeled("Term", .text(Self.term(officer)))
      td {
        if officer.person == frame.visit.viewer.person, officer.acceptedAt != nil {
          end(officer, "Step down")
        } else if frame.runs {
          end(officer, officer.acceptedAt == nil ? "Take back" : "End")
        }
      }
    }
  }

  private func end(_ officer: Officer, _ label: String) -> HTML {
    Form.button(
      frame.visit, label, MemberPath.endOffice.location(officer.id), style: "btn small")
  }

  @HTMLBuilder private func line(_ officer: Officer) -> HTML {
    bdi { officer.name }
    ", \(officer.title), \(Self.term(officer))"
  }

  /// `from July 1, 2026 to June 30, 2027`
  static func term(_ officer: Officer) -> String {
    let last = officer.endsOn.map { " to \(When.day($0))" } ?? ""
    return "from \(When.day(officer.startsOn))\(last)"
  }
}
