package import Kernel
package import SQLStore

extension OpenedConcern {
  /// Keeps it from being erased, whatever the rules say, or lets it go again.
  package func hold(
    _ isHeld: Bool, _ typed: String, by viewer: Viewer, in world: World, writer: any SQLWriter
  ) throws {
    guard isHeld == (concern.heldOn == nil) else { throw ConcernRefusal.wrongState }
    let why = try content(
      Self.text(typed, "Write why, such as who asked for it."), of: viewer, writer)
    try keep(why, as: isHeld ? .held : .released, by: viewer, in: world, writer)
    try writer.execute(
      """
      UPDATE concern SET held_on = \(isHeld ? viewer.today : nil) WHERE id = \(concern.id)
      """)
  }
}
