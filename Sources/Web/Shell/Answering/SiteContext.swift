package import Hummingbird
import NIOCore

/// A request's context: Hummingbird's own, with the address that the request came from.
package struct SiteContext: RequestContext {
  package var coreContext: CoreRequestContextStorage
  /// The other side of the connection.
  let clientAddress: String

  /// Made by the server for each request.
  package init(source: ApplicationRequestContextSource) {
    self.coreContext = CoreRequestContextStorage(source: source)
    self.clientAddress = source.channel.remoteAddress?.ipAddress ?? "unknown"
  }
}
