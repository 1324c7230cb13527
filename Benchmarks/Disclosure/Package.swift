// swift-tools-version: 6.3
import PackageDescription

// The library alone, so that measuring it does not build the whole system.
let package = Package(
  name: "measure-disclosure", platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Disclosure", exclude: ["Disclosure.docc"]),
    .executableTarget(name: "MeasureDisclosure", dependencies: ["Disclosure"]),
  ])
