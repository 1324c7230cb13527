// swift-tools-version: 6.3
import PackageDescription

// The library alone, so that measuring it does not build the whole system.
let package = Package(
  name: "measure-matching", platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Matching"),
    .executableTarget(name: "MeasureMatching", dependencies: ["Matching"]),
  ])
