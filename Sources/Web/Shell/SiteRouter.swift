import HTML
import HTTPTypes
package import Hummingbird
import Kernel
import NIOCore

extension Site {
  /// The router of the whole site: every part's routes, the assets, and what holds for all answers.
  package func router(_ routes: Routes = Parts.routes()) -> Router<SiteContext> {
    let router = Router(context: SiteContext.self)
    router.add(middleware: SecurityHeaders(isSecure: configuration.isSecure))
    router.add(middleware: Faults(site: self))
    for asset in Asset.all {
      router.on(RouterPath("/assets/\(asset.name)"), method: .get) { request, _ in
        asset.response(to: request)
      }
    }
    router.on("/healthz", method: .get) { _, _ in "ok\n" }
    for route in routes.all
    where configuration.isDemonstration || !route.right.isOfDemonstration {
      let answer = Answer(route: route, site: self)
      router.on(
        RouterPath(route.pattern), method: route.method == .get ? .get : .post
      ) { request, context in
        try await answer(request, context)
      }
      // Calendars ask for the head of a feed before they read it.
      guard route.pattern == CalendarPath.feed.pattern else { continue }
      router.on(RouterPath(route.pattern), method: .head) { request, context in
        try await answer(request, context).createHeadResponse()
      }
    }
    return router
  }
}
