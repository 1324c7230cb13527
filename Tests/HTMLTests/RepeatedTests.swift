import HTML
import Testing

@Suite struct RepeatedTests {
  private struct Site {
    let name: String
    let address: String?
  }

  private let sites = [
    Site(name: "St. Mary's & Sons", address: "office@mary.example"),
    Site(name: "مستشفى \u{10FFFF}", address: nil),
    Site(name: String(repeating: "<long>", count: 200), address: "a\"b"),
    Site(name: "", address: ""),
  ]

  @Test func `what repeats is what a loop writes`() {
    let repeated = tbody {
      HTML.repeated(sites.count) { row in
        tr(.class("site")) {
          th {
            a(row.href { Location(path: [sites[$0].name]) }, .id("x")) {
              row.text { sites[$0].name }
            }
          }
          td { row.markup { sites[$0].address.map { address in em { address } } ?? .nothing } }
          td { row.markup { _ in .constant("<hr>") } }
        }
      }
    }
    let looped = tbody {
      for site in sites {
        tr(.class("site")) {
          th { a(.href(Location(path: [site.name])), .id("x")) { site.name } }
          td { site.address.map { address in em { address } } ?? .nothing }
          td { HTML.constant("<hr>") }
        }
      }
    }
    #expect(repeated.rendered == looped.rendered)
  }

  @Test func `a link of two parts leads where the whole address does`() {
    let (names, ends) = (["a/b", "plain", "ü"], ["x y", "&", ""])
    let start = Location(path: ["seats"])
    for end in [nil, Location(path: ["edit"])] {
      let joined = HTML.repeated(names.count) { row in
        a(
          row.href(joining: {
            (AddressPart(names[$0] + ".", below: start), AddressPart(ends[$0], then: end))
          }))
      }
      let whole = HTML.group(
        names.indices.map { a(.href(start.below(names[$0] + "." + ends[$0], then: end))) })
      #expect(joined.rendered == whole.rendered)
    }
  }

  @Test func `nothing repeats where there are no items`() {
    #expect(HTML.repeated(0) { row in row.text { sites[$0].name } }.isEmpty)
  }

  @Test func `what repeats needs no gap`() {
    #expect(HTML.repeated(3) { _ in br() }.rendered == "<br><br><br>")
  }

  @Test func `a drawing has as many gaps as it needs`() {
    let row = HTML.repeated(2) { row in
      for column in 0..<700 { row.text { "\($0 * column)," } }
    }
    let expected = (0..<2).map { line in (0..<700).map { "\(line * $0)," }.joined() }.joined()
    #expect(row.rendered == expected)
  }

  @Test(arguments: [
    ("a@b@c.example", "a@b@<wbr>c.example"), ("a@", "a@<wbr>"), ("@", "@<wbr>"),
    ("<b>", "&lt;b&gt;"),
    ("<é>@&", "&lt;é&gt;@<wbr>&amp;"), ("", ""),
  ])
  func `a text may be broken behind the last of a letter`(text: String, markup: String) {
    let row = HTML.repeated(1) { row in row.text(breakingBehind: "@") { _ in text } }
    #expect(row.rendered == markup)
  }

  @Test func `what repeats may repeat something itself`() {
    let nested = HTML.repeated(2) { row in
      ul {
        row.markup { outer in
          HTML.repeated(3) { inner in li { inner.text { "\(outer).\($0)" } } }
        }
      }
    }
    #expect(
      nested.rendered == "<ul><li>0.0</li><li>0.1</li><li>0.2</li></ul>"
        + "<ul><li>1.0</li><li>1.1</li><li>1.2</li></ul>")
  }

  @Test func `an address below another one is what the path says`() {
    let people = Location(path: ["people"])
    for segment in ["a-b_c.d~e@f", "a/b", "ü %", "", "0189"] {
      #expect(people.below(segment) == Location(path: ["people", segment]))
      #expect(Location(path: []).below(segment) == Location(path: [segment]))
      let edit = Location(path: ["years", "edit"])
      #expect(
        people.below(segment, then: edit)
          == Location(path: ["people", segment, "years", "edit"]))
    }
  }

  @Test func `each item has the drawing that is its own`() {
    let named = Drawing { row in a(row.href { Location(path: ["\($0)"]) }) { "open" } }
    let empty = Drawing { _ in .nothing }
    let closed = Drawing { _ in em { "closed" } }
    let cells = HTML.repeated(4) { row in
      td { row.drawing { ([named, closed, empty, named][$0], 10 * $0) } }
    }
    #expect(
      cells.rendered == "<td><a href=\"/0\">open</a></td><td><em>closed</em></td><td></td>"
        + "<td><a href=\"/30\">open</a></td>")
    #expect(named.filled(for: 7).rendered == "<a href=\"/7\">open</a>")
  }
}
