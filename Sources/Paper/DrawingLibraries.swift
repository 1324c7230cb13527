import CPango

/// The libraries that draw: they are loaded with the first certificate, and may be missing.
enum DrawingLibraries {
  /// The names that they are loaded by.
  static let names: [String] = {
    var names: [String] = []
    while let name = cpango_library(Int32(names.count)) { names.append(String(cString: name)) }
    return names
  }()

  /// The first that cannot be loaded.
  static func missing(among names: [String] = Self.names) -> String? {
    names.first { cpango_loads($0) == 0 }
  }
}
