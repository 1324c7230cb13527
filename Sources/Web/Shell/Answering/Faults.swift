import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import SQLStore

/// The last net: a fault is logged once, with a number, and becomes a page without detail.
struct Faults: RouterMiddleware {
  let site: Site

  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError {
      return try await plain(error.status, request)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      let number = String(site.world.detachedID(ID<Faults>.self).text.prefix(8))
      site.logger.error(
        "a request failed",
        metadata: [
          "number": "\(number)", "error": "\(error)", "route": "\(context.endpointPath ?? "-")",
        ])
      return plainPage(ErrorPage.fault(number: number), status: .internalServerError)
    }
  }

  private func plain(
    _ status: HTTPResponse.Status, _ request: Request
  ) async throws -> Response {
    guard status == .notFound else {
      return plainPage(
        Page("Not possible") { HTML.sentence("This request cannot be answered.") },
        status: status)
    }
    let asked = Asked(request, in: site.world, site.configuration)
    let visit = try await site.store.read { try asked.visit($0) }
    let page = ErrorPage.refusal(Absent(), visit)
    let markup = Layout(visit: visit).document(page).bytes
    return html(markup, status: .notFound)
  }

  /// A page that stands even when the store does not answer.
  private func plainPage(_ page: Page, status: HTTPResponse.Status) -> Response {
    html(Layout.standing(page).bytes, status: status)
  }

  private func html(_ markup: [UInt8], status: HTTPResponse.Status) -> Response {
    var response = Response(
      status: status, body: ResponseBody(byteBuffer: ByteBuffer(bytes: markup)))
    response.headers[.contentType] = "text/html; charset=utf-8"
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
