import Accounts
import HTML
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import NIOCore
import SQLStore

/// Turns a route into an answer: visit, right, handler, page.
struct Answer: Sendable {
  let route: Route
  let site: Site

  /// Answers a request.
  func callAsFunction(_ request: Request, _ context: SiteContext) async throws -> Response {
    let request = route.right.asksWho ? request : request.unseen
    let asked = Asked(request, in: site.world, site.configuration)
    let segment = context.parameters.get("argument") ?? ""
    do {
      let (visit, response) = try await carryOut(request, asked, segment, context)
      await noteUse(of: visit, asked)
      return response
    } catch let refusal as any Refusal {
      return try await refused(refusal, asked)
    }
  }

  private func carryOut(
    _ request: Request, _ asked: Asked, _ segment: String, _ context: SiteContext
  ) async throws -> (Visit, Response) {
    let visit: Visit
    let reply: Reply
    switch route.handling {
    case .reading(let read):
      return try await site.store.read { reader in
        let visit = try admitted(asked, reader)
        // Written where it was read: a change of threads takes about as long as the writing.
        return (visit, response(try read(visit, segment, reader), visit, asked))
      }
    case .changing(let change, let onProblems):
      let fields = try await fields(of: request, asked)
      do {
        (visit, reply) = try await site.store.write { writer in
          let visit = try admitted(asked, writer)
          return (visit, try change(visit, segment, fields, writer))
        }
      } catch let problems as Problems {
        (visit, reply) = try await mended(FormState(fields: fields, problems: problems), asked) {
          try onProblems($0, segment, $1, $2)
        }
      }
    case .viewing(let view):
      visit = try await site.store.read { try admitted(asked, $0) }
      reply = try await view(visit, segment, incoming(request, asked, context))
    case .acting(let act, let onProblems):
      let fields = try await fields(of: request, asked)
      let actor = try await site.store.read { try admitted(asked, $0) }
      do {
        let incoming = incoming(request, asked, context, fields)
        (visit, reply) = (actor, try await act(actor, segment, incoming))
      } catch let problems as Problems {
        (visit, reply) = try await mended(FormState(fields: fields, problems: problems), asked) {
          try onProblems($0, segment, $1, $2)
        }
      }
    }
    return (visit, response(reply, visit, asked))
  }

  private func incoming(
    _ request: Request, _ asked: Asked, _ context: SiteContext,
    _ fields: FormFields = FormFields()
  ) -> Incoming {
    Incoming(
      request: request, site: site, fields: fields, sessionToken: asked.token,
      clientAddress: route.right.asksWho ? address(of: request, context) : "",
      device: request.headers[.userAgent] ?? "")
  }

  private func address(of request: Request, _ context: SiteContext) -> String {
    ClientAddress.of(
      peer: context.peer, forwarded: request.headers[.forwardedFor],
      proxies: site.configuration.proxies)
  }

  /// The visit, where the route's right is held; otherwise the route does not exist for them.
  private func admitted(_ asked: Asked, _ reader: any SQLReader) throws -> Visit {
    let visit = try asked.visit(reader)
    guard route.right.isHeld(visit.viewer) else {
      throw visit.viewer.person == nil ? SignInNeeded(visit: visit) : Absent()
    }
    return visit
  }

  private func mended(
    _ state: FormState, _ asked: Asked,
    _ page: @escaping @Sendable (Visit, FormState, any SQLReader) throws -> Reply
  ) async throws -> (Visit, Reply) {
    try await site.store.read { reader in
      let visit = try asked.visit(reader)
      let said = FormState(fields: state.fields, problems: state.problems.said(in: visit.words))
      guard case .page(var mended) = try page(visit, said, reader) else { throw Absent() }
      if mended.status == 200 { mended.status = 422 }
      return (visit, .page(mended))
    }
  }

  private func fields(of request: Request, _ asked: Asked) async throws -> FormFields {
    guard request.isFromThisSite(site.configuration) else { throw ForeignForm() }
    guard request.headers[.contentType]?.hasPrefix("multipart/") != true else {
      return FormFields()
    }
    let body = try await request.body.collect(upTo: 1_000_000)
    guard let fields = FormFields(encoded: String(buffer: body)) else { throw ForeignForm() }
    if let token = asked.token, fields["form-token"] != TokenHash.formToken(of: token) {
      throw ForeignForm()
    }
    return fields
  }

  /// Keeps the session open; at most once a minute, so that reading stays reading.
  private func noteUse(of visit: Visit, _ asked: Asked) async {
    guard let session = visit.session, let token = asked.token,
      asked.now.seconds(since: session.seenAt) >= 60
    else { return }
    do {
      try await site.store.write {
        try Session.touch(tokenHash: TokenHash.of(token), now: asked.now, writer: $0)
      }
    } catch {
      site.logger.warning("a session's use was not noted", metadata: ["error": "\(error)"])
    }
  }
}

extension HTTPField.Name {
  fileprivate static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .from
}
