import QRCode
import Testing

@Suite struct QRCodeTests {
  // Version 1-M with mask 4, which zbar reads back in QRCodeReadingTests.
  @Test func `A known text has the known code`() throws {
    let code = try QRCode("HOUSESTAFF")
    #expect(
      rows(of: code) == [
        "#######.#..##.#######",
        "#.....#..###..#.....#",
        "#.###.#..#..#.#.###.#",
        "#.###.#.##.##.#.###.#",
        "#.###.#.#.#.#.#.###.#",
        "#.....#.####..#.....#",
        "#######.#.#.#.#######",
        "........##.##........",
        "#...#.###..#.#####..#",
        "..#.....#####.......#",
        "#..##.#..###..######.",
        "#####...#....###..##.",
        "##..#.#.#...###...###",
        "........##..#######..",
        "#######.#.#.##.#.#...",
        "#.....#...###..#.###.",
        "#.###.#.#..#..#.#...#",
        "#.###.#...###..#.####",
        "#.###.#..#.#..####...",
        "#.....#..##..##.###.#",
        "#######.#.#.###.#..##",
      ])
  }

  @Test func `The smallest code that holds the text is chosen`() throws {
    let sizes = try ["A", String(repeating: "a", count: 14), String(repeating: "a", count: 15)]
      .map { try QRCode($0).size }
    #expect(sizes == [21, 21, 25])
    #expect(try QRCode(String(repeating: "a", count: 2_331)).size == 177)
  }

  @Test func `A text that no code holds is refused`() {
    #expect(throws: QRCode.Problem.empty) { try QRCode("") }
    #expect(throws: QRCode.Problem.zeroOctet) { try QRCode("a\0b") }
    #expect(throws: QRCode.Problem.tooLong(octets: 2_332)) {
      try QRCode(String(repeating: "a", count: 2_332))
    }
  }

  @Test func `The path draws exactly the dark modules, inside the quiet zone`() throws {
    let code = try QRCode("https://riverbend.example/check-in/k7dm-2xwp")
    #expect(code.viewBox == "0 0 \(code.size + 8) \(code.size + 8)")
    var drawn = Set<[Int]>()
    for match in code.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
      let (column, row, run, back) = try (
        #require(Int(match.1)), #require(Int(match.2)), #require(Int(match.3)),
        #require(Int(match.4))
      )
      #expect(run == back)
      for place in column..<column + run { drawn.insert([place - 4, row - 4]) }
    }
    let dark = (0..<code.size).flatMap { row in
      (0..<code.size).filter { code[column: $0, row: row] }.map { [$0, row] }
    }
    #expect(drawn == Set(dark))
    #expect(code.path.replacing(/M\d+ \d+h\d+v1h-\d+z/, with: "").isEmpty)
  }

  /// The code as rows of text, a dark module as "#".
  private func rows(of code: QRCode) -> [String] {
    (0..<code.size).map { row in
      String((0..<code.size).map { code[column: $0, row: row] ? "#" : "." })
    }
  }
}
