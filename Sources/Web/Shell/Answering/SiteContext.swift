package import Hummingbird
import NIOCore

/// A request's context: Hummingbird's own, with the other side of the connection.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The address of the other side, which may be a proxy's.
  let peer: String

  /// Made by the server for each request.
  package init(source: ApplicationRequestContextSource) {
    self.coreContext = CoreRequestContextStorage(source: source)
    self.peer = source.channel.remoteAddress?.ipAddress ?? "unknown"
  }
}
