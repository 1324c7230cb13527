import Concerns
import HTML
import Kernel
import SQLStore
import Spreadsheet

/// The register: what was said and what was done, and how soon, for everybody who is signed in.
struct RegisterPage: Sendable {
  let visit: Visit
  let query: RegisterQuery
  let categories: [ConcernCategory]
  let years: [RegisterFigures]
  let list: Listed<RegisterEntry>

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    query = Self.query(visit.query)
    categories = try ConcernCategory.all(viewer: viewer, reader: reader)
    years = try RegisterFigures.all(viewer: viewer, reader: reader)
    list = try RegisterEntry.list(
      query, at: ListPlace(after: visit.query["after"], before: visit.query["before"]),
      viewer: viewer, reader: reader)
  }

  /// Reads an address; what is malformed is left out.
  private static func query(_ fields: FormFields) -> RegisterQuery {
    RegisterQuery(
      text: fields.given("q") ?? "", category: ID<ConcernCategory>(given: fields["category"]))
  }

  var page: Page {
    Page(
      "You said, we did", in: .concerns, under: ConcernPath.crumbs,
      subtitle: "What came of concerns, in words that were approved.", actions: export
    ) {
      if !list.entries.isEmpty || !pairs.isEmpty { filters }
      if list.entries.isEmpty { empty } else { entries }
      for year in years { RegisterFigure(visit: visit, figures: year).markup }
    }
  }

  private var export: HTML {
    a(.class("btn"), .href(ConcernPath.registerFile.location(pairs))) { "Export" }
  }

  private var pairs: [(name: String, value: String)] {
    [("q", query.text), ("category", query.category?.text ?? "")].filter { !$0.1.isEmpty }
  }

  private var filters: HTML {
    form(.class("filters"), .action(ConcernPath.register.location())) {
      label {
        "Words"
        input(.type("search"), .name("q"), .value(query.text))
      }
      PeopleChoices.choice(
        "About", "category", query.category?.text ?? "",
        [("", "Anything")] + categories.map { ($0.id.text, $0.name) })
      button(.class("btn small")) { "Show" }
    }
  }

  private var entries: HTML {
    .group(
      list.entries.map { one in
        HTML.element(
          "article", [.class("card")],
          [
            h2 { "\(one.categoryName), \(Self.month(one.month))" },
            SaidAndDone.of(one.said, one.done),
            p(.class("soft")) { one.groupName },
          ])
      } + [
        Pager.of(
          "", previous: list.previous.map { location([("before", $0)]) },
          next: list.next.map { location([("after", $0)]) })
      ])
  }

  private func location(_ place: [(name: String, value: String)]) -> Location {
    ConcernPath.register.location(pairs + place)
  }

  private var empty: HTML {
    pairs.isEmpty
      ? EmptyState.of(
        "Nothing stands here yet",
        "What is resolved is told here, once whoever raised it had time to object.")
      : EmptyState.of("Nothing matches", "Try fewer words, or anything.") {
        p {
          a(.class("btn"), .href(ConcernPath.register.location())) { "Show everything" }
        }
      }
  }

  /// `November 2026`.
  static func month(_ month: String) -> String {
    guard let day = Day(text: month + "-01") else { return month }
    return "\(Day.months[day.parts.month - 1]) \(day.parts.year)"
  }

  /// All that matches, as a table for a spreadsheet.
  static func export(_ visit: Visit, _ reader: any SQLReader) throws -> Download {
    var table = CSVWriter(byteOrderMark: true)
    table.write(["Month", "About", "Group", "You said", "We did"])
    var place = ListPlace.start
    while true {
      let page = try RegisterEntry.list(
        query(visit.query), at: place, viewer: visit.viewer, reader: reader, size: 500)
      for one in page.entries {
        table.write([one.month, one.categoryName, one.groupName, one.said, one.done])
      }
      guard let next = page.next else { break }
      place = .after(next)
    }
    return Download(
      fileName: "register-\(visit.viewer.today.text).csv", type: "text/csv; charset=utf-8",
      bytes: table.drain())
  }
}
