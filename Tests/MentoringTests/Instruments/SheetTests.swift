import Kernel
import Mentoring
import Testing

/// Reading questionnaires from files that someone brought.
@Suite struct SheetTests {
  @Test func `our own questionnaire is short, and some of its sentences are turned`() throws {
    let ours = try #require(InstrumentSheet.shipped)
    #expect(ours.name == "Footing" && ours.answeredBy == .both)
    #expect(ours.subscales.count == 3 && ours.items.count == 9)
    #expect(ours.items.count(where: \.reversed) == 3)
    for subscale in ours.subscales {
      #expect(ours.items.count { $0.subscale == subscale.key } == 3)
    }
  }

  @Test func `a file is read as it stands, and what is written is read again`() throws {
    let sheet = try InstrumentSheet(checking: sheetFile())
    #expect(sheet.scale.points == 1...5 && sheet.scale.maxLabel == "yes")
    #expect(sheet.subscales.map(\.name) == ["Aim", "Help"])
    #expect(sheet.items.map(\.reversed) == [false, true, false])
    #expect(try InstrumentSheet(checking: try sheet.file()) == sheet)
  }

  @Test(arguments: [
    ("", "This is no JSON."), ("{\"name\": }", "This is no JSON."),
    ("[1]", "Write an object in curly brackets with “name”"),
    (changed("\"name\": \"Short\"", "\"name\": 3"), "“name”: Write a text in quotation marks."),
    (changed("\"Ours.\"", "\"  \""), "“source”: This is empty."),
    (changed("\"both\"", "\"all\""), "“answered_by”: Write “mentees”, “mentors” or “both”."),
    (changed("\"max\": 5", "\"max\": 1"), "“scale”, “max”: Write a number above “min”"),
    (changed("\"max\": 5", "\"max\": 20"), "“scale”, “max”: Write a number above “min”"),
    (changed("\"max\": 5", "\"max\": \"5\""), "“scale”, “max”: Write a whole number from 1 to 20"),
    (changed("\"min\": 1", "\"min\": 0.5"), "“scale”, “min”: Write a whole number"),
    (changed("\"min_label\": \"no\", ", ""), "“scale”, “min_label”: Write a text"),
    (
      changed("\"key\": \"help\"", "\"key\": \"aim\""),
      "Subscale 2, “key”: “aim” stands there twice"
    ),
    (
      changed("\"subscale\": \"help\"", "\"subscale\": \"hope\""),
      "There is no subscale with the key “hope”"
    ),
    (
      changed("\"subscale\": \"help\"", "\"subscale\": \"aim\""),
      "“subscales”: Nothing belongs to “help”"
    ),
    (
      changed("\"reversed\": true", "\"reversed\": \"yes\""),
      "Item 2, “reversed”: Write true or false"
    ),
    (
      changed("\"reversed\": true", "\"inverted\": true"),
      "Item 2, “inverted”: There is no such field here"
    ),
    (changed("I have support.", "i KNOW my aim."), "Item 3, “text”: This is asked twice"),
    (
      changed("\"items\": [", "\"items\": 7, \"rest\": ["),
      "“items”: Write a list in square brackets"
    ),
    (
      changed("I have support.", String(repeating: "x", count: 301)),
      "Item 3, “text”: This is too long. Use at most 300 characters."
    ),
  ])
  func `a bad file is refused with place, rule and remedy`(
    _ file: String, _ expected: String
  ) throws {
    do {
      _ = try InstrumentSheet(checking: file)
      Issue.record("It was taken.")
    } catch let problems as Problems {
      let sentences = problems.all.map(\.sentence)
      #expect(sentences.contains { $0.contains(expected) }, "\(sentences)")
      #expect(problems.all.allSatisfy { $0.field == InstrumentSheet.field })
    }
  }

  @Test func `all that is wrong is said at once`() throws {
    let file = sheetFile()
      .replacing("\"both\"", with: "\"all\"").replacing("\"max\": 5", with: "\"max\": 0")
      .replacing("\"help\"}", with: "\"hope\"}")
    let problems = #expect(throws: Problems.self) { _ = try InstrumentSheet(checking: file) }
    #expect(problems?.all.count == 4)
  }
}

/// The file with one thing otherwise.
private func changed(_ text: String, _ other: String) -> String {
  sheetFile().replacing(text, with: other)
}
