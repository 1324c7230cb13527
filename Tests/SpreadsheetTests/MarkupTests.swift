import Testing

@testable import Spreadsheet

@Suite("XML of workbooks")
struct MarkupTests {
  /// The tokens of a file one after the other: `+a b=c` for tags, `-a`, and `'text`; pieces of
  /// text joined. Ends with `!` where the file is refused.
  private func tokens(_ xml: some Sequence<UInt8>) throws -> [String] {
    try Fixture.with(StoredZip(name: "x.xml", content: Array(xml)).bytes) { path in
      let archive = try ZipArchive(path: path, limits: SheetLimits())
      let entry = try #require(try archive.open("x.xml"))
      var tokens: [String] = []
      do throws(SheetProblem) {
        var reader = try MarkupReader(entry)
        while let token = try reader.next() {
          switch token {
          case .start:
            let value = try reader.attribute("b")
            tokens.append("+" + reader.name + (value.map { " b=" + $0 } ?? ""))
          case .end: tokens.append("-" + reader.name)
          case .text:
            let text = try reader.text
            if let last = tokens.last, last.hasPrefix("'") {
              tokens[tokens.count - 1] = last + text
            } else {
              tokens.append("'" + text)
            }
          }
        }
      } catch {
        #expect(error == .damaged(part: "x.xml"))
        tokens.append("!")
      }
      return tokens
    }
  }

  @Test(
    "What is well formed is read",
    arguments: [
      ("<a/>", ["+a", "-a"]),
      (
        "\u{FEFF}<?xml version='1.0'?>\n<?x?><!----><a></a >\n<!-- - -->",
        ["'\n", "+a", "-a", "'\n"]
      ),
      ("<a b='1' c=\"2\"/>", ["+a b=1", "-a"]),
      ("<a\n c='b=\"9\"' \r\n b = \"x>y'/\" >t</a>", ["+a b=x>y'/", "'t", "-a"]),
      ("<p:a q:b='1'><b/></p:a>", ["+a", "+b", "-b", "-a"]),
      ("<a b='&lt;&#x41;&#66;&quot;&apos;&gt;'>&amp;amp;</a>", ["+a b=<AB\"'>", "'&amp;", "-a"]),
      ("<a>1<![CDATA[<&amp;]]]]>2<?p >?>3<!--4-->5</a>", ["+a", "'1<&amp;]]235", "-a"]),
      ("<a>\r\n\r\r\n&#13;</a>", ["+a", "'\n\n\n\r", "-a"]),
      ("<a b=''>é明😀</a>", ["+a b=", "'é明😀", "-a"]),
      ("<a>]]></a>", ["+a", "']]>", "-a"]),
    ])
  func wellFormed(xml: String, expected: [String]) throws {
    #expect(try tokens(xml.utf8) == expected)
  }

  @Test(
    "What is not well formed is refused",
    arguments: [
      "", " ", "text", "<", "<a", "<a>", "</a>", "<a></b>", "<a></a></a>", "<a/><b/>", "<a/>text",
      "<a b/>", "<a b=/>", "<a b=1/>", "<a b='1/>", "<a 'b'/>", "< a/>", "<>", "</>", "<a><</a>",
      "<a <b/>/>", "<!DOCTYPE a><a/>", "<a><!ELEMENT b></a>", "<a><!-- </a>", "<a><![CDATA[x</a>",
      "<a><?x</a>", "<![CDATA[x]]><a/>", "<a>&b;</a>", "<a>&amp</a>", "<a>&</a>", "<a>&#0;</a>",
      "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#+65;</a>", "<a>&#-1;</a>", "<a>&#;</a>",
      "<a>&#x;</a>", "<a b='&b;'/>", "<a>&;</a>", "<a>&\(String(repeating: "a", count: 50));</a>",
      "<p:a></q:a>", "<a>\0</a>",
    ])
  func malformed(xml: String) throws {
    #expect(try tokens(xml.utf8).last == "!")
  }

  @Test(
    "Bytes that are no UTF-8 are refused wherever they stand",
    arguments: [
      "<a>@</a>", "<@/>", "<a @='1'/>", "<a b='@'/>", "<a/><!--@-->", "<a/><?@?>", "<a/>@",
    ])
  func encoding(template: String) throws {
    let surrogate: [UInt8] = [0xED, 0xA0, 0x80]
    for bad: [UInt8] in [[0xFF], [0xC3], [0xC0, 0x80], surrogate, [0xF4, 0x90, 0x80, 0x80]] {
      let xml = template.utf8.flatMap { $0 == UInt8(ascii: "@") ? bad : [$0] }
      #expect(try tokens(xml).last == "!")
    }
    let wide: [UInt8] = [0xFF, 0xFE] + template.utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(try tokens(wide) == ["!"])
  }

  @Test("Depth, names and the length of a tag are bounded")
  func bounds() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try tokens(nested(100).utf8).count == 200)
    #expect(try tokens(nested(101).utf8).last == "!")
    let names = (0..<300).map { "<n\($0)/>" }.joined()
    #expect(try tokens("<a>\(names)</a>".utf8).last == "!")
    let long = "<a b='\(String(repeating: "x", count: 2_000_000))'/>"
    #expect(try tokens(long.utf8) == ["!"])
  }

  @Test("Tokens come whole wherever a chunk ends")
  func chunkEnds() throws {
    let token = "<p:c b='é&amp;\"'>明&#233;\r\n<![CDATA[😀]]></p:c><!-- - --><?x y?>"
    let expected = ["+c b=é&\"", "'明é\n😀", "-c"]
    for shift in stride(from: 0, to: token.utf8.count, by: 1) {
      let padding = String(repeating: " ", count: 65_536 - 3 - shift)
      let found = try tokens("<a>\(padding)\(token)</a>".utf8)
      let isWhole = found == ["+a", "'" + padding] + expected + ["-a"]
      #expect(isWhole, "at \(shift)")
    }
  }

  @Test(
    "Text of any length is cut only between characters",
    arguments: [
      "\r", "\r\n", "é", "&amp;", "a&#x1F600;", "&amp;&amp;\r",
    ])
  func longText(piece: String) throws {
    let once = String(try tokens("<a>\(piece)</a>".utf8)[1].dropFirst())
    let count = 70_000 / piece.utf8.count
    for shift in 0..<4 {
      let start = String(repeating: "x", count: shift)
      let found = try tokens("<a>\(start)\(String(repeating: piece, count: count))</a>".utf8)
      let isWhole = found == ["+a", "'" + start + String(repeating: once, count: count), "-a"]
      #expect(isWhole, "behind \(shift) letters")
    }
  }

  @Test("Random damage is read or refused, never worse", arguments: 0..<8)
  func damage(seed: UInt64) throws {
    var seeded = Seeded(seed)
    let whole = Array("<?xml v='1'?><p:a b='é'><!--c--><d>&lt;<![CDATA[x]]></d></p:a>".utf8)
    let signs = Array("<>&;\"'/=:!?[]- é".utf8)
    for _ in 0..<60 {
      var xml = whole
      for _ in 0..<Int.random(in: 1...5, using: &seeded) {
        let place = Int.random(in: 0..<xml.count, using: &seeded)
        switch Int.random(in: 0..<3, using: &seeded) {
        case 0: xml[place] = signs.randomElement(using: &seeded) ?? 0
        case 1: xml.insert(signs.randomElement(using: &seeded) ?? 0, at: place)
        default: xml.removeSubrange(place..<min(xml.count - 1, place + 4))
        }
      }
      let found = try tokens(xml)
      let starts = found.count { $0.hasPrefix("+") }
      let ends = found.count { $0.hasPrefix("-") }
      #expect(found.last == "!" ? starts >= ends : starts == ends)
    }
  }
}
