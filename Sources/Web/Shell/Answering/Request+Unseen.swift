import HTTPTypes
import Hummingbird

extension Request {
  /// The request without anything that tells who sent it: only what the body is, and that the form
  /// came from our own page.
  var unseen: Request {
    var head = HTTPRequest(
      method: head.method, scheme: head.scheme, authority: head.authority, path: head.path)
    let kept: [HTTPField.Name?] = [
      .contentType, .contentLength, .origin, HTTPField.Name("Sec-Fetch-Site"),
    ]
    for name in kept.compactMap({ $0 }) { head.headerFields[name] = headers[name] }
    return Request(head: head, body: body)
  }
}
