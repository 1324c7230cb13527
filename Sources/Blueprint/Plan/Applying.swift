import Kernel
import SQLStore

/// The work of carrying a plan out, in one transaction.
final class Applying {
  /// The operator, who acts.
  let viewer: Viewer
  let world: World
  let writer: any SQLWriter
  private var names: PlaceNames

  init(_ names: PlaceNames, by viewer: Viewer, in world: World, to writer: any SQLWriter) {
    self.names = names
    self.viewer = viewer
    self.world = world
    self.writer = writer
  }

  /// The identifier of what bears a name.
  /// - Throws: ``Absent`` where nothing does, which the plan has ruled out.
  func id<Entity>(
    _ name: String, as kind: PlaceNames.Kind, _ type: ID<Entity>.Type = ID<Entity>.self
  ) throws -> ID<Entity> {
    guard let id = names.entry(name, as: kind)?.id else { throw Absent() }
    return ID(stored: id)
  }

  /// Notes what was added, for the steps that refer to it.
  func added(_ name: String, id: String, as kind: PlaceNames.Kind) {
    names.note(name, id: id, as: kind)
  }
}
