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
    "Tally": .only([]),
    "Matching": .only([]),
    "Disclosure": .only([]),
    "Attachments": .only([]),
    "SQLStore": .only([]),
    "SQLiteStore": .only(["SQLStore"]),
    "CLate": .only([]),
    "CPostgres": .only(["CLate"]),
    "PostgresStore": .only(["SQLStore", "CPostgres"]),
    "Schema": .only(["SQLStore"]),
    "Stores": .only(["SQLStore", "SQLiteStore", "PostgresStore", "Schema"]),
    "Kernel": .only(["SQLStore"]),
    "CZip": .only(["CLate"]),
    "Spreadsheet": .only(["CZip"]),
    "CSodium": .only([]),
    "Credentials": .only(["CSodium"]),
    "CQREncode": .only([]),
    "QRCode": .only(["CQREncode"]),
    "CPango": .only(["CLate"]),
    "Paper": .only(["CPango", "QRCode"]),
    "CCurl": .only(["CLate"]),
    "Mail": .only(["CCurl"]),
    "Roster": .only(["Kernel", "SQLStore", "Spreadsheet"]),
    "Blueprint": .only(["Councils", "Kernel", "Roster", "SQLStore"]),
    "Accounts": .only(["Kernel", "SQLStore", "Credentials", "Roster"]),
    "StoreTestSupport": .only(["SQLStore", "Schema", "Stores"]),
    "RosterTestSupport": .only(["Kernel", "Roster", "SQLStore", "StoreTestSupport"]),
    "AttachmentsTestSupport": .only([]),
    "ElectionsTestSupport": .only([
      "Councils", "Credentials", "Elections", "Kernel", "Roster", "RosterTestSupport", "SQLStore",
      "StoreTestSupport",
    ]),
    "Councils": .only(["Kernel", "Roster", "SQLStore"]),
    "Elections": .only([
      "Attachments", "Kernel", "Roster", "Councils", "Credentials", "CSodium", "SQLStore", "Tally",
    ]),
    "Concerns": .only([
      "Attachments", "Councils", "Credentials", "Disclosure", "Kernel", "Roster", "SQLStore",
    ]),
    "Mentoring": .only([
      "Credentials", "Disclosure", "Kernel", "Matching", "Roster", "SQLStore",
    ]),
    "Demo": .only([
      "Accounts", "Concerns", "Councils", "Credentials", "Elections", "Kernel", "Matching",
      "Mentoring", "Roster", "SQLStore",
    ]),
    "Web": .anythingBut(["SQLiteStore", "PostgresStore", "CPostgres", "Stores", "Housestaff"]),
    "Housestaff": .anythingBut([]),
  ]

  static let insteadOfArrow =
    "Call it by name from Web or Housestaff, or write a decision record for the table."

  /// What points where the table does not say.
  static func strayArrows(in manifest: Manifest) -> [Finding] {
    manifest.targets.filter { !$0.isTest }.flatMap { target -> [Finding] in
      guard let allowed = arrows[target.name] else {
        let what = "the target '\(target.name)' has no row in the table of arrows"
        return [Finding(path: "Package.swift", line: 0, what: what)]
      }
      return target.dependencies.filter { !allowed.allows($0) }.map {
        Finding(path: "Package.swift", line: 0, what: "'\(target.name)' depends on '\($0)'")
      }
    }
  }

  static let insteadOfFolder = "Declare it as a target in Package.swift, or delete the folder."

  /// Folders whose files no target compiles, so that no rule of the compiler holds in them.
  static func strayFolders(in files: [TreeFile], of manifest: Manifest) -> [Finding] {
    let names = Set(manifest.targets.map(\.name))
    return Set(files.compactMap(\.module)).subtracting(names).sorted().map {
      Finding(path: "Sources/\($0)", line: 0, what: "a folder that is no target")
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
    ("Yams", ["Blueprint"]),
  ]
}
