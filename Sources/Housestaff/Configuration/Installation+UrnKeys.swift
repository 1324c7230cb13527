import Elections
import Kernel
import SQLStore

extension Installation {
  /// A world in which elections can be opened, where there is a place for their keys.
  ///
  /// Beside a database file the place goes without saying. A database on a server may have several
  /// machines in front of it, and each has to find the keys: the folder must be named.
  func withUrnKeys(_ world: World) throws -> World {
    var world = world
    if let urnKeys {
      world.urnKeys = FolderUrnKeys(path: urnKeys)
    } else if case .sqlite(let path) = try location {
      world.urnKeys = FolderUrnKeys(path: path + ".keys")
    }
    return world
  }
}
