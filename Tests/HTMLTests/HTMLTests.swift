import HTML
import Testing

@Suite struct HTMLTests {
  @Test func `text and attributes are escaped`() {
    let page = div(.id("a\"b"), .class("note")) {
      "<script>&'\""
      em { "José" }
    }
    #expect(
      page.rendered
        == #"<div id="a&quot;b" class="note">&lt;script&gt;&amp;&#39;&quot;<em>José</em></div>"#)
  }

  @Test func `long markup is written once, whatever is around it`() {
    let long = String(repeating: "<long & wide> ", count: 1000)
    let escaped = String(repeating: "&lt;long &amp; wide&gt; ", count: 1000)
    let page = div {
      p { long }
      section(.id("x")) {
        p { long }
        for number in 0..<20 { em { "\(number)" } }
      }
    }
    let numbers = (0..<20).map { "<em>\($0)</em>" }.joined()
    #expect(
      page.rendered == "<div><p>\(escaped)</p><section id=\"x\"><p>\(escaped)</p>\(numbers)"
        + "</section></div>")
    #expect(HTML.nothing.bytes.isEmpty)
  }

  @Test func `attributes that are absent leave no trace`() {
    let field = input(.type("text"), .flag("required", false), .optional("list", nil), .flag("x"))
    #expect(field.rendered == #"<input type="text" x>"#)
  }

  @Test func `a path is encoded by segment and query`() {
    let location = Location(path: ["people", "a/b ü"], query: [("q", "x&y=1")], fragment: "top")
    #expect(location.text == "/people/a%2Fb%20%C3%BC?q=x%26y%3D1#top")
    #expect(Location(path: []).text == "/")
  }

  @Test(arguments: ["javascript:alert(1)", " https://a.example", "//a.example", "data:x"])
  func `an address elsewhere is a web or mail address`(address: String) {
    #expect(Location(external: address) == nil)
  }

  @Test(arguments: ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a\r\nb"])
  func `a return address stays on this site`(target: String) {
    #expect(Location(returning: target) == nil)
  }

  @Test func `a return address may have a query`() {
    #expect(Location(returning: "/people?q=ada")?.text == "/people?q=ada")
  }
}
