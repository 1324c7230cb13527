import Foundation
import Kernel
import RosterTestSupport
import SQLStore
import StoreTestSupport
import Testing

@testable import Roster

/// The same rows in every form that a spreadsheet program writes are the same import.
@Suite struct FormatTests {
  private static let rows = [
    RosterText.row(1, ["Last Name": "Núñez", "First Name": "Zoë"]),
    RosterText.row(2, surgery + ["First Name": "Mary Ann", "Degrees": "MD, PhD"]),
    RosterText.row(3, cardiology + ["Preferred Name": "\"Doc\"; really"]),
    RosterText.row(4, ["Email": "?"]),
  ]

  /// Forms of the rows, by name.
  private static let forms: [(name: String, bytes: [UInt8])] = {
    let commas = text(",")
    let latin = text(";").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let wide = Array("\u{FEFF}".utf16) + text("\t").utf16
    return [
      ("commas", Array(commas.utf8)), ("a mark", [0xEF, 0xBB, 0xBF] + commas.utf8),
      ("CRLF", Array(text(",", line: "\r\n").utf8)), ("semicolons", Array(text(";").utf8)),
      ("tabs", Array(text("\t").utf8)), ("bars", Array(text("|").utf8)),
      ("Windows-1252", latin), ("everything in quotes", Array(text(",", quotes: true).utf8)),
      ("UTF-16", wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
      (
        "a line break in a name", Array(text(",").replacing("Mary Ann", with: "\"Mary\nAnn\"").utf8)
      ),
      ("decomposed letters", Array(commas.decomposedStringWithCanonicalMapping.utf8)),
      ("no last line end", Array(commas.dropLast().utf8)),
      ("titles above", Array(("Roster of the office\n\n" + commas).utf8)),
    ]
  }()

  private static func text(
    _ separator: Character, line: String = "\n", quotes: Bool = false
  ) -> String {
    ([RosterText.titles] + rows).map { cells in
      cells.map { cell in
        let isQuoted = quotes || cell.contains { "\"\n".contains($0) || $0 == separator }
        return isQuoted ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: String(separator))
    }.joined(separator: line) + line
  }

  /// What an import of the bytes would do, and where it refuses rows, not counting lines above.
  private func look(_ bytes: [UInt8], _ stage: ImportStage) async throws -> Look {
    try await withFolder { folder in
      let path = folder + "/roster.csv"
      try Data(bytes).write(to: URL(filePath: path))
      let check = try await stage.check(path)
      return Look(
        digest: check.digest, figures: check.report.figures,
        refusals: check.report.refused.map { "\($0.column): \($0.reason)" })
    }
  }

  private struct Look: Equatable {
    let digest: String
    let figures: [Int]
    let refusals: [String]
  }

  @Test func `every form of the same rows plans the same`() async throws {
    try await withImports(.sqlite) { stage in
      let first = try await look(Self.forms[0].bytes, stage)
      #expect(first.figures == [3, 0, 0, 0, 1] && first.refusals == ["Email: not an address"])
      for form in Self.forms.dropFirst() {
        #expect(try await look(form.bytes, stage) == first, "\(form.name)")
      }
      let other = text(replacing: "Núñez", with: "Nunez")
      #expect(try await look(Array(other.utf8), stage).digest != first.digest)
    }
  }

  @Test(arguments: Engine.available)
  func `every form of rows that are known changes nothing`(engine: Engine) async throws {
    try await withImports(engine) { stage in
      _ = try await stage.run(text: Self.text(","))
      let tables = try await stage.tables()
      for form in Self.forms {
        try await withFolder { folder in
          let path = folder + "/roster.csv"
          try Data(form.bytes).write(to: URL(filePath: path))
          #expect(try await stage.run(path).figures == [0, 0, 0, 3, 1], "\(form.name)")
        }
      }
      #expect(try await stage.tables() == tables)
    }
  }

  @Test func `a workbook plans the same as the text of its rows`() async throws {
    try await withImports(.sqlite) { stage in
      let text = try await stage.check(SharedRoster.export)
      let workbook = try await stage.check(SharedRoster.workbook)
      #expect(text.digest == workbook.digest)
      #expect(text.report.figures == workbook.report.figures)
    }
  }

  private func text(replacing some: String, with other: String) -> String {
    Self.text(",").replacing(some, with: other)
  }
}
