package import Hummingbird
import NIOCore

/// A request's context: Hummingbird's own, with the other side of the connection.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The address of the other side, which may be a proxy's.
  var peer: String { address?.ipAddress ?? "unknown" }
  private let address: SocketAddress?

  /// Made by the server for each request.
  package init(source: ApplicationRequestContextSource) {
    self.coreContext = CoreRequestContextStorage(source: source)
    self.address = source.channel.remoteAddress
  }
}
