import HTML
import Kernel
import SQLStore

/// The addresses of a person's own data.
enum OwnDataPath {
  static let page = SitePath<NoArgument>("your-data")
  static let json = SitePath<NoArgument>("your-data", "json")
  static let csv = SitePath<NoArgument>("your-data", "csv")
}

/// What is kept of the person who asks: on a page, and as a copy to take along.
///
/// A copy is a button, not a link: taking one is a change, since it is recorded.
struct OwnDataPart: Part {
  var places: [Place] { [] }
  var jobs: [JobKind] { [] }

  var rollover: any PartRollover { UntouchedByRollover() }

  func register(in routes: inout Routes) {
    routes.page(OwnDataPath.page, .signedIn) { visit, _, reader in
      .page(OwnDataPage(visit: visit, tables: try OwnTable.all(visit, reader)).page)
    }
    routes.button(OwnDataPath.json, .signedIn) { visit, _, _, writer in
      let copy = try OwnDataCopy(visit, writer)
      try OwnDataCopy.record("JSON", visit, writer)
      return .download(try copy.json())
    }
    routes.button(OwnDataPath.csv, .signedIn) { visit, _, _, writer in
      let copy = try OwnDataCopy(visit, writer)
      try OwnDataCopy.record("CSV", visit, writer)
      return .download(copy.archive())
    }
  }

  func home(_ visit: Visit, _ reader: any SQLReader) -> [HomeItem] { [] }

  func search(_ text: String, _ visit: Visit, _ reader: any SQLReader) -> [FoundGroup] { [] }

  func ownData(_ visit: Visit, _ reader: any SQLReader) -> [OwnTable] { [] }
}

extension OwnTable {
  /// What all parts keep of the person who asks.
  static func all(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    try Parts.all.flatMap { try $0.ownData(visit, reader) }
  }
}
