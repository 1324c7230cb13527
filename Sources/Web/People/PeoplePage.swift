import HTML
import Kernel
import Roster

/// The list of people: fifty rows at a time.
struct PeoplePage: Sendable {
  let visit: Visit
  let listed: Listed<DirectoryEntry>

  var page: Page {
    Page("People", in: .people) {
      table {
        thead {
          tr {
            for heading in ["Name", "Mail", "Program", "Department", "PGY", "Site"] {
              th { heading }
            }
          }
        }
        tbody { for entry in listed.entries { row(entry) } }
      }
      if let next = listed.next {
        p {
          a(.named("rel", "next"), .href(PeoplePath.people.location([("after", next)]))) {
            "Next 50"
          }
        }
      }
    }
  }

  private func row(_ entry: DirectoryEntry) -> HTML {
    tr {
      td { a(.href(PeoplePath.person.location(entry.person))) { entry.name } }
      td { entry.address ?? "" }
      td { entry.programName ?? "" }
      td { entry.departmentName ?? "" }
      td { entry.level.map(String.init) ?? "" }
      td { entry.siteName ?? "" }
    }
  }
}
