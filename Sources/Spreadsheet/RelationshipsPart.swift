/// A `.rels` file: where the parts are that another part refers to.
final class RelationshipsPart: PartReader {
  /// One reference.
  struct Target: Equatable {
    /// The name by which the other part refers to it.
    var id: String
    /// The last word of its type, such as `worksheet`.
    var type: String
    /// Its path in the archive.
    var path: String
  }

  /// All references within the archive.
  private(set) var targets: [Target] = []

  private let folder: [Substring]

  private static let most = 2_000

  /// Reads the references of the part at `path`, or of the whole package for an empty path.
  init(of path: String) {
    folder = path.split(separator: "/").dropLast()
  }

  /// Where the references of the part at `path` stand.
  static func path(of path: String) -> String {
    var names = path.split(separator: "/")
    let last = names.popLast() ?? ""
    return (names + ["_rels", "\(last).rels"]).joined(separator: "/")
  }

  /// The first reference of a type.
  func first(_ type: String) -> Target? { targets.first { $0.type == type } }

  override func start(_ name: String, _ attributes: [String: String]) {
    guard
      name == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"]
    else { return }
    let word = type.split(separator: "/").last.map(String.init) ?? ""
    targets.append(Target(id: id, type: word, path: resolve(target)))
    if targets.count > Self.most { fail(.damaged(part: "relationships")) }
  }

  /// The path in the archive that a reference means.
  private func resolve(_ target: String) -> String {
    var names = target.hasPrefix("/") ? [] : folder
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}
