import Foundation

/// The targets of `Package.swift`, as the package manager itself reads them.
struct Manifest {
  /// A target with what it depends on among our own.
  struct Target: Equatable {
    let name: String
    let isTest: Bool
    let dependencies: [String]
  }

  /// The manifest is not the JSON that `swift package dump-package` is known to print.
  struct Unreadable: Error {
    let what: String
  }

  let targets: [Target]

  /// Reads what `swift package dump-package` prints.
  init(_ json: Data) throws {
    let manifest = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    guard let targets = manifest?["targets"] as? [[String: Any]], !targets.isEmpty else {
      throw Unreadable(what: "no targets in \(String(decoding: json.prefix(200), as: UTF8.self))")
    }
    let names = Set(targets.compactMap { $0["name"] as? String })
    self.targets = try targets.map { target in
      guard let name = target["name"] as? String, let type = target["type"] as? String,
        let dependencies = target["dependencies"] as? [[String: [Any]]]
      else { throw Unreadable(what: "a target \(target)") }
      // Each is an object of its kind and a list that begins with the name.
      let named = dependencies.flatMap { $0.values.compactMap { $0.first as? String } }
      return Target(
        name: name, isTest: type == "test", dependencies: named.filter(names.contains))
    }
  }

  /// Reads this package's manifest.
  static func ofThisPackage() throws -> Manifest {
    // A scratch folder of its own: the tests' build may hold the lock on the usual one.
    let scratch = FileManager.default.temporaryDirectory.appending(path: "tidy-manifest")
    return try Manifest(
      Program.output(
        of: ["swift", "package", "--scratch-path", scratch.path, "dump-package"],
        in: PackageTree.root
      ).text)
  }
}
