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

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let lifecycle: Target.Dependency = .product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")

let package = Package(
  name: "housestaff",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "housestaff", targets: ["Housestaff"])],
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
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", exact: "1.7.3"),
  ],
  targets: [
    .target(name: "HTML", swiftSettings: house),
    .target(name: "SQLStore", swiftSettings: house),
    .target(
      name: "SQLiteStore",
      dependencies: ["SQLStore", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: house),
    .target(name: "Kernel", dependencies: ["SQLStore", crypto], swiftSettings: house),
    .target(name: "Roster", dependencies: ["Kernel", "SQLStore"], swiftSettings: house),
    .target(name: "Accounts", dependencies: ["Kernel", "Roster", "SQLStore"], swiftSettings: house),
    .target(
      name: "Web",
      dependencies: [
        "Accounts", "HTML", "Kernel", "Roster", "SQLStore", hummingbird, logging, crypto,
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      resources: [
        .embedInCode("Assets/housestaff.css"), .embedInCode("Assets/housestaff.js"),
        .embedInCode("Assets/icon.svg"),
      ], swiftSettings: house),
    .executableTarget(
      name: "Housestaff",
      dependencies: [
        "HTML", "Kernel", "SQLStore", "SQLiteStore", "Web", hummingbird, logging, crypto, lifecycle,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Configuration", package: "swift-configuration"),
      ], swiftSettings: house),
    .testTarget(
      name: "HTMLTests",
      dependencies: [
        "HTML",
        .product(name: "CustomDump", package: "swift-custom-dump"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ], swiftSettings: house),
  ]
)
