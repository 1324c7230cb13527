import HTML
import Kernel
import Roster

/// The first step: a file; below it what was imported before.
struct ImportListPage: Sendable {
  let visit: Visit
  let state: FormState
  let imports: [RosterImport.Summary]
  let names: [PersonID: String]

  /// The steps of an import.
  static let steps = ["Upload", "Check columns", "Preview", "Done"]

  var page: Page {
    Page(
      "Import a roster", in: .imports,
      subtitle: "Nothing is saved until you have seen every change."
    ) {
      Steps.of(Self.steps, current: 0, label: "Import")
      upload
      Fold.of("Which columns does it need?") {
        p {
          visit.words(
            """
            A personnel number, a name, {a program}, a training level and the dates of the \
            appointment. Columns may have any name and order; you check them in the next step.
            """)
        }
      }
      if !imports.isEmpty { earlier }
    }
  }

  private var upload: HTML {
    form(
      .class("form"), .method("post"), .action(ImportPath.list.location()),
      .named("enctype", "multipart/form-data")
    ) {
      Form.summary(state)
      Field(
        "file", "Roster file", seenBy: visit.words("the {office} and the administrators"),
        hint: "The export of your record system, or your own sheet: CSV or XLSX, up to 100 MB."
      ).file(state, accepting: ".csv,.txt,.tsv,.xlsx")
      div(.class("acts")) { button(.class("btn primary")) { "Read the file" } }
    }
  }

  private var earlier: HTML {
    section {
      h2 { "Earlier imports" }
      table {
        thead {
          tr { for heading in ["File", "When", "By", "State"] { th { heading } } }
        }
        tbody {
          for summary in imports {
            tr {
              HTML.element(
                "th", [.named("scope", "row")],
                [a(.href(ImportPath.one.location(summary.id))) { summary.fileName }])
              td(.named("data-label", "When")) { When.moment(summary.createdAt, visit) }
              td { summary.createdBy.flatMap { names[$0] } ?? "the command line" }
              td { Self.badge(summary.state) }
            }
          }
        }
      }
    }
  }

  /// Where an import stands, in a word.
  static func badge(_ state: RosterImport.State) -> HTML {
    switch state {
    case .uploading, .uploaded: Badge.of("Waits for columns", .warn)
    case .checking: Badge.of("Being read", .info)
    case .checked: Badge.of("Waits for you", .warn)
    case .importing: Badge.of("Being imported", .info)
    case .imported: Badge.of("Done", .good)
    case .undone: Badge.of("Undone")
    case .failed: Badge.of("Not readable", .bad)
    }
  }
}
