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

  /// The path of every file that is ours, in order. What is hidden or made at run time is not.
  private static let paths: [String] = {
    let walk = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    let files = (walk?.compactMap { $0 as? URL } ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
    }
    return files.map { String($0.path.dropFirst(root.path.count + 1)) }
      .filter { !$0.hasPrefix("var/") && !$0.contains("__pycache__/") }
      .sorted()
  }()
}
