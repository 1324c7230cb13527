import HTML
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import SQLStore

extension Answer {
  /// The answer of a reply.
  func response(_ reply: Reply, _ visit: Visit, _ asked: Asked) -> Response {
    switch reply {
    case .page(let page): return pageResponse(page, visit, asked)
    case .redirect(let redirect): return redirectResponse(redirect, visit.words)
    case .download(let download):
      var response = bytesResponse(download.bytes, type: download.type)
      response.headers[.contentDisposition] =
        "\(download.isShown ? "inline" : "attachment"); filename=\"\(download.fileName)\""
      return response
    case .feed(let feed): return feedResponse(feed)
    case .json(let bytes):
      return bytesResponse(bytes, type: "application/json; charset=utf-8")
    }
  }

  /// The answer to a refusal, as a page.
  func refused(_ refusal: any Refusal, _ asked: Asked) async throws -> Response {
    if let needed = refusal as? SignInNeeded {
      return redirectResponse(
        needed.redirect(to: route.method == .get ? asked.here : "/"), needed.visit.words)
    }
    let visit = try await site.store.read { try asked.visit($0) }
    return pageResponse(ErrorPage.refusal(refusal, visit), visit, asked)
  }

  private func pageResponse(_ page: Page, _ visit: Visit, _ asked: Asked) -> Response {
    let markup = Layout(visit: visit).document(page).bytes
    var response = bytesResponse(markup, type: "text/html; charset=utf-8")
    response.status = HTTPResponse.Status(code: page.status)
    if visit.flash != nil {
      response.headers.append(
        HTTPField(name: .setCookie, value: SiteCookies.flash(nil, asked.configuration)))
    }
    return response
  }

  private func redirectResponse(_ redirect: Redirect, _ words: Words) -> Response {
    var response = Response(status: .seeOther)
    response.headers[.location] = redirect.location.text
    response.headers[.cacheControl] = "no-store"
    var cookies = redirect.sentence.map { [SiteCookies.flash(words($0), site.configuration)] } ?? []
    switch redirect.session {
    case .stays: break
    case .begins(let token): cookies.append(SiteCookies.session(token, site.configuration))
    case .ends: cookies.append(SiteCookies.session(nil, site.configuration))
    }
    for cookie in cookies {
      response.headers.append(HTTPField(name: .setCookie, value: cookie))
    }
    return response
  }

  private func feedResponse(_ feed: Feed) -> Response {
    var response =
      feed.isKnown
      ? Response(status: .notModified)
      : bytesResponse(feed.bytes, type: "text/calendar; charset=utf-8")
    response.headers[.eTag] = feed.tag
    // The program's own copy alone; it asks again each time.
    response.headers[.cacheControl] = "private, no-cache"
    return response
  }

  private func bytesResponse(_ bytes: [UInt8], type: String) -> Response {
    var response = Response(
      status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    response.headers[.contentType] = type
    // What someone signed in sees is kept by no cache.
    response.headers[.cacheControl] = "no-store"
    return response
  }
}
