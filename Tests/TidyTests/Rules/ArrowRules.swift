/// Which part may know which: the arrows of docs/architecture.md as a table.
enum ArrowRules {
  /// What a target may depend on among our own.
  enum Allowed {
    case only(Set<String>)
    case anythingBut(Set<String>)

    func allows(_ name: String) -> Bool {
      switch self {
      case .only(let names): names.contains(name)
      case .anythingBut(let names): !names.contains(name)
      }
    }
  }

  /// The table. A new row, or a new name in a row, goes with a decision record in docs/adr.
  static let arrows: [String: Allowed] = [
    "HTML": .only([]),
    "SQLStore": .only([]),
    "SQLiteStore": .only(["SQLStore"]),
    "CPostgres": .only([]),
    "PostgresStore": .only(["SQLStore", "CPostgres"]),
    "Schema": .only(["SQLStore"]),
    "Kernel": .only(["SQLStore"]),
    "CZip": .only([]),
    "Spreadsheet": .only(["CZip"]),
    "CSodium": .only([]),
    "Credentials": .only(["CSodium"]),
    "CQREncode": .only([]),
    "QRCode": .only(["CQREncode"]),
    "CCurl": .only([]),
    "Mail": .only(["CCurl"]),
    "Roster": .only(["Kernel", "SQLStore", "Spreadsheet"]),
    "Accounts": .only(["Kernel", "SQLStore", "Credentials", "Roster"]),
    "Demo": .only(["Kernel", "Roster", "Accounts", "SQLStore"]),
    "Web": .anythingBut(["SQLiteStore", "PostgresStore", "CPostgres", "Housestaff"]),
    "Housestaff": .anythingBut([]),
  ]

  static let arrowsPointDown = Rule(
    instead: "Call it by name from Web or Housestaff, or write a decision record for the table."
  ) { files in
    targets(in: files).filter { $0.kind != "testTarget" }.flatMap { target -> [Finding] in
      guard let allowed = arrows[target.name] else {
        let what = "the target '\(target.name)' has no row in the table of arrows"
        return [Finding(path: "Package.swift", line: 0, what: what)]
      }
      return target.dependencies.filter { !allowed.allows($0) }.map {
        Finding(path: "Package.swift", line: 0, what: "'\(target.name)' depends on '\($0)'")
      }
    }
  }

  static let foldersAreTargets = Rule(
    instead: "Write .target(name: \"…\", dependencies: […]) in Package.swift, or delete the folder."
  ) { files in
    let names = Set(targets(in: files).map(\.name))
    let modules = Set(files.compactMap(\.module)).sorted()
    return modules.filter { !names.contains($0) }.map {
      Finding(path: "Sources/\($0)", line: 0, what: "a folder that Package.swift does not declare")
    }
  }

  static let imports = Rule(
    instead: "Go through the module that is there for it; it hides which library does the work.",
    appliesTo: \.isProductCode,
    find: { file in
      importLine.matches(in: file.swift.code).compactMap { match in
        let imported = match.groups[1]
        let owners = importers.first { imported.hasPrefix($0.prefix) }?.modules
        guard let owners, !owners.contains(file.module ?? "") else { return nil }
        let who = owners.sorted().joined(separator: " and ")
        return .init(line: match.line, what: "'\(imported)' is imported outside of \(who)")
      }
    })

  private static let importLine = Pattern(
    #"^[ \t]*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:\w+\s+)?([A-Za-z]\w*)"#)

  /// Modules by the beginning of their name, and who may import them.
  private static let importers: [(prefix: String, modules: Set<String>)] = [
    ("GRDB", ["SQLiteStore"]),
    ("CPostgres", ["PostgresStore"]),
    ("Hummingbird", ["Web", "Housestaff"]),
  ]

  private static func targets(in files: [TreeFile]) -> [Manifest.Target] {
    files.filter { $0.path == "Package.swift" }.flatMap { Manifest($0.text).targets }
  }
}
