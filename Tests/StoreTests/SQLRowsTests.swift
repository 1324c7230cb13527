import SQLStore
import Testing

struct SQLRowsTests {
  @Test func `rows are sorted by a text byte by byte, and equal ones stay as they came`() {
    let texts = [
      "ng wei", "", "adeyemi aarav", "adeyemi aarav b", "adeyem", "ç", "zz", "adeyemi aarav",
      "الخطيب", "adeyemi\u{1}", "a", "ng", "",
    ]
    var rows = SQLRows(width: 2)
    for (place, text) in texts.enumerated() {
      rows.add(text)
      rows.add(.integer(Int64(place)))
    }
    let sorted = rows.sorted(by: 0)
    let expected = texts.enumerated().sorted { left, right in
      let (one, other) = (Array(left.element.utf8), Array(right.element.utf8))
      return one == other ? left.offset < right.offset : one.lexicographicallyPrecedes(other)
    }
    #expect(
      (0..<sorted.count).map { sorted.row($0) }
        == expected.map { [.text($0.element), .integer(Int64($0.offset))] })
  }

  @Test func `a text grows by what is put behind it, and a number does not`() {
    var rows = SQLRows(width: 2)
    rows.add("Núñez")
    rows.lengthen(by: " ")
    rows.lengthen(by: "ana")
    rows.add(.integer(7))
    rows.lengthen(by: "lost")
    #expect(rows.row(0) == [.text("Núñez ana"), .integer(7)])
    #expect(!rows.holdsNul)
    rows.add("a")
    rows.lengthen(by: "b\0")
    #expect(rows.holdsNul)
  }

  @Test func `a column without texts leaves the order as it is`() {
    var rows = SQLRows(width: 1)
    for number in [3, 1, 2] { rows.add(.integer(Int64(number))) }
    #expect(
      (0..<3).map { rows.sorted(by: 0).row($0) } == [[.integer(3)], [.integer(1)], [.integer(2)]])
  }
}
