package import Kernel
package import SQLStore

/// The concerns that have to do with one, as far as the viewer reads them.
package struct RelatedConcerns: Sendable, Equatable {
  /// Those that are handled together with it.
  package let together: [Concern]
  /// The one of the same writer on which it follows.
  package let follows: [Concern]
  /// Those of the same writer that follow on it.
  package let followers: [Concern]
  /// The name of the group to which its writer is asked to let it go.
  package let offered: String?

  /// Those that the viewer finds from a concern that they opened.
  package init(_ opened: OpenedConcern, viewer: Viewer, reader: any SQLReader) throws {
    let concern = opened.concern
    func readable(_ condition: SQLQuery) throws -> [Concern] {
      try reader.all(
        Concern.self,
        """
        \(Concern.selection) WHERE \(condition) AND \(Concern.readable(by: viewer))
        ORDER BY concern.raised_on, concern.id
        """)
    }
    together = try opened.together + readable("concern.id = \(concern.mergedInto)")
    follows = try readable("concern.id = \(concern.follows)")
    followers = try readable("concern.follows_id = \(concern.id)")
    offered = try concern.offeredGroup.map {
      try HandlingGroup.find($0, viewer: viewer, reader: reader).name
    }
  }
}
