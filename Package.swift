// swift-tools-version: 6.3
import PackageDescription

/// Settings of every target of our own: the compiler keeps the promises of the style guide.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")

/// A target of our own.
func part(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: house)
}

/// The tests of a module.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

/// A C library that Debian brings.
func library(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

/// A C library that Debian brings, of which the functions that we call load it when first called.
func lateLibrary(_ name: String) -> Target {
  .target(name: name, dependencies: ["CLate"])
}

let package = Package(
  name: "housestaff",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "housestaff", targets: ["Housestaff"]),
    .library(name: "Tally", targets: ["Tally"]),
    .library(name: "Matching", targets: ["Matching"]),
    .library(name: "Disclosure", targets: ["Disclosure"]),
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(
      url: "https://github.com/apple/swift-configuration", exact: "1.4.0",
      traits: [.defaults, "YAML"]),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(
      url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
  ],
  targets: [
    .target(name: "CLate"),
    part("HTML"),
    part("Tally"),
    part("Matching"),
    part("Disclosure"),
    part("Attachments"),
    part("SQLStore"),
    part("SQLiteStore", ["SQLStore", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift")]),
    lateLibrary("CPostgres"),
    part("PostgresStore", ["SQLStore", "CPostgres"]),
    part("Stores", ["SQLStore", "SQLiteStore", "PostgresStore", "Schema"]),
    part(
      "Schema", ["SQLStore", crypto], resources: [.embedInCode("Migrations")]),
    lateLibrary("CZip"),
    part("Spreadsheet", ["CZip"]),
    library("CSodium", "libsodium", "libsodium-dev"),
    part("Credentials", ["CSodium", crypto]),
    library("CQREncode", "libqrencode", "libqrencode-dev"),
    part("QRCode", ["CQREncode"]),
    lateLibrary("CPango"),
    part("Paper", ["CPango", "QRCode"]),
    lateLibrary("CCurl"),
    part("Mail", ["CCurl"]),
    part("Kernel", ["SQLStore", crypto]),
    part("Roster", ["Kernel", "SQLStore", "Spreadsheet", crypto]),
    part("Blueprint", ["Councils", "Kernel", "Roster", "SQLStore", yams]),
    part("Accounts", ["Kernel", "Roster", "SQLStore", "Credentials"]),
    part(
      "Councils", ["Kernel", "Roster", "SQLStore", crypto],
      resources: [.embedInCode("Wording/Rules/wording.json")]),
    part(
      "Elections",
      [
        "Attachments", "Councils", "Credentials", "CSodium", "Kernel", "Roster", "SQLStore",
        "Tally", crypto,
      ]),
    part(
      "Concerns",
      [
        "Attachments", "Councils", "Credentials", "Disclosure", "Kernel", "Roster", "SQLStore",
        crypto,
      ]),
    part(
      "Mentoring", ["Credentials", "Disclosure", "Kernel", "Matching", "Roster", "SQLStore"],
      resources: [.embedInCode("Instruments/Shipped/footing.json")]),
    part(
      "Demo",
      [
        "Accounts", "Concerns", "Councils", "Credentials", "Elections", "Kernel", "Matching",
        "Mentoring", "Roster", "SQLStore",
      ]),
    part(
      "Web",
      [
        "Accounts", "Attachments", "Concerns", "Councils", "Credentials", "Demo", "Elections",
        "HTML", "Kernel", "Matching", "Mentoring", "Paper", "QRCode", "Roster", "Spreadsheet",
        "SQLStore", "Tally", hummingbird, logging, crypto, httpTypes, nio,
      ],
      resources: [
        .embedInCode("Assets/housestaff.css"), .embedInCode("Assets/housestaff.js"),
        .embedInCode("Assets/icon.svg"),
      ]),
    .executableTarget(
      name: "Housestaff",
      dependencies: [
        "Accounts", "Blueprint", "Demo", "Disclosure", "Elections", "HTML", "Kernel", "Mail",
        "Matching", "Mentoring", "Roster", "Spreadsheet", "SQLStore", "Schema", "Stores", "Tally",
        "Web", hummingbird, logging, crypto, lifecycle,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "SystemPackage", package: "swift-system"),
      ], swiftSettings: house),
    .target(
      name: "StoreTestSupport",
      dependencies: ["SQLStore", "Schema", "Stores"], path: "Tests/StoreTestSupport",
      swiftSettings: house),
    tests(
      "StoreTests",
      ["SQLStore", "SQLiteStore", "PostgresStore", "Schema", "Stores", "StoreTestSupport"]),
    .target(
      name: "RosterTestSupport",
      dependencies: ["Kernel", "Roster", "SQLStore", "StoreTestSupport"],
      path: "Tests/RosterTestSupport", swiftSettings: house),
    tests("SpreadsheetTests", ["Spreadsheet"], exclude: ["Fixtures"]),
    tests(
      "RosterTests",
      [
        "Roster", "Kernel", "Spreadsheet", "SQLStore", "StoreTestSupport", "RosterTestSupport",
        customDump,
      ], exclude: ["Fixtures"]),
    tests(
      "CouncilsTests",
      [
        "Councils", "Kernel", "Roster", "SQLStore", "StoreTestSupport", "RosterTestSupport",
        customDump,
      ]),
    .target(
      name: "ElectionsTestSupport",
      dependencies: [
        "Councils", "Credentials", "Elections", "Kernel", "Roster", "RosterTestSupport",
        "SQLStore", "StoreTestSupport",
      ], path: "Tests/ElectionsTestSupport", swiftSettings: house),
    tests(
      "ElectionsTests",
      [
        "Attachments", "AttachmentsTestSupport", "Councils", "Credentials", "CSodium",
        "Elections", "ElectionsTestSupport", "Kernel", "Roster", "RosterTestSupport", "Schema",
        "SQLStore", "StoreTestSupport", "Stores", "Tally", customDump,
      ]),
    tests(
      "ConcernsTests",
      [
        "Attachments", "AttachmentsTestSupport", "Concerns", "Councils", "Credentials", "Kernel",
        "Roster", "RosterTestSupport", "SQLStore", "StoreTestSupport", customDump,
      ]),
    tests(
      "MentoringTests",
      [
        "Kernel", "Matching", "Mentoring", "Roster", "RosterTestSupport", "SQLStore",
        "StoreTestSupport", customDump,
      ]),
    tests("DemoTests", ["Demo", "Kernel", "Roster", "SQLStore", "StoreTestSupport"]),
    tests("KernelTests", ["Kernel", "SQLStore", "StoreTestSupport"]),
    tests("HTMLTests", ["HTML", customDump]),
    tests("CredentialsTests", ["Credentials", "CSodium"]),
    tests("QRCodeTests", ["QRCode"]),
    tests("PaperTests", ["Paper", "QRCode"], exclude: ["read_pdf.py"]),
    tests("MailTests", ["Mail"]),
    tests(
      "AccountsTests",
      ["Accounts", "Credentials", "Kernel", "Roster", "SQLStore", "StoreTestSupport", customDump]),
    tests(
      "WebTests",
      [
        "Accounts", "AttachmentsTestSupport", "Concerns", "Councils", "Credentials", "Elections",
        "ElectionsTestSupport", "HTML", "Kernel", "Matching", "Mentoring", "Roster",
        "RosterTestSupport", "Schema", "SQLStore", "StoreTestSupport", "Stores", "Web", crypto,
        hummingbird, httpTypes, logging, nio, customDump,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    tests("DisclosureTests", ["Disclosure"], exclude: ["Fixtures"]),
    tests("MatchingTests", ["Matching"], exclude: ["Fixtures"]),
    tests("TallyTests", ["Tally"], exclude: ["Fixtures"]),
    .target(
      name: "AttachmentsTestSupport", path: "Tests/AttachmentsTestSupport",
      exclude: ["Fixtures", "pictures.py"], swiftSettings: house),
    tests("AttachmentsTests", ["Attachments", "AttachmentsTestSupport"]),
    tests(
      "FuzzTests", ["Attachments", "AttachmentsTestSupport", "Disclosure", "Matching", "Tally"]),
    tests(
      "BlueprintTests",
      [
        "Blueprint", "Councils", "Demo", "Kernel", "Roster", "RosterTestSupport", "SQLStore",
        "StoreTestSupport", customDump,
      ]),
    tests(
      "CommandTests",
      [
        "Elections", "ElectionsTestSupport", "Kernel", "Mentoring", "Roster", "RosterTestSupport",
        "SQLStore", "StoreTestSupport", "Stores", "Web", hummingbird, httpTypes, logging, nio,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    tests("TidyTests", []),
  ]
)
