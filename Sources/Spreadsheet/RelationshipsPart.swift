/// A `.rels` file: where the parts are that another part refers to.
struct RelationshipsPart {
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

  private static let most = 2_000

  /// Reads the references of the part at `path`, or of the whole package for an empty path;
  /// there may be none.
  init(of path: String, in archive: ZipArchive) throws(SheetProblem) {
    var folders = path.split(separator: "/")
    let last = folders.popLast() ?? ""
    let file = (folders + ["_rels", "\(last).rels"]).joined(separator: "/")
    guard let entry = try archive.open(file) else { return }
    var reader = try MarkupReader(entry)
    while let token = try reader.next() {
      guard
        token == .start, reader.name == "Relationship",
        try reader.attribute("TargetMode") != "External",
        let id = try reader.attribute("Id"), let type = try reader.attribute("Type"),
        let target = try reader.attribute("Target")
      else { continue }
      let word = type.split(separator: "/").last.map(String.init) ?? ""
      targets.append(Target(id: id, type: word, path: Self.resolve(target, in: folders)))
      if targets.count > Self.most { throw .damaged(part: file) }
    }
  }

  /// The first reference of a type.
  func first(_ type: String) -> Target? { targets.first { $0.type == type } }

  /// The path in the archive that a reference from a folder means.
  private static func resolve(_ target: String, in folders: [Substring]) -> String {
    var names = target.hasPrefix("/") ? [] : folders
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}
