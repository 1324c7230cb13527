import Foundation

/// The files of this package, read once for all rules.
enum PackageTree {
  /// The folder of `Package.swift`, found from this file even where its folder is a link.
  static let root: URL = {
    var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    repeat {
      folder.deleteLastPathComponent()
    } while folder.path != "/"
      && !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    return folder
  }()

  /// Every file that is ours, by path; one that is no text is there without its content.
  static let files: [TreeFile] = paths.map { path in
    TreeFile(path, (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? "")
  }

  /// The path of every file that is ours, in order. What is built or made at run time is not.
  private static let paths: [String] = {
    let top = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    let ours = top.filter { !($0.hasPrefix(".") || $0 == "var") }
    let below = ours.flatMap { name in
      let children = FileManager.default.enumerator(atPath: root.appending(path: name).path)
      return [name] + (children?.compactMap { $0 as? String } ?? []).map { "\(name)/\($0)" }
    }
    return below.filter { path in
      !path.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__pycache__" }
        && !isFolder(path)
    }
    .sorted()
  }()

  private static func isFolder(_ path: String) -> Bool {
    var folder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: root.appending(path: path).path, isDirectory: &folder)
    return exists && folder.boolValue
  }
}
