import Concerns
import HTML
import Kernel
import SQLStore

extension ConcernsPart {
  /// Raising a concern, with one's name or on the pages that do not ask who it is.
  func registerRaising(in routes: inout Routes) {
    for isUnseen in [false, true] {
      let right = isUnseen ? Right.unseen : .signedIn
      routes.act(isUnseen ? ConcernPath.raiseUnseen : ConcernPath.raise, right) {
        visit, _, state, reader in
        try ConcernForm(isUnseen: isUnseen, visit, state, reader).page
      } act: { visit, _, incoming in
        let state = FormState(fields: incoming.fields)
        return .page(
          try await incoming.site.store.read {
            try ReadersPage(isUnseen: isUnseen, visit, state, $0).page
          })
      }
      routes.act(isUnseen ? ConcernPath.sendUnseen : ConcernPath.send, right) {
        visit, _, state, reader in
        // Opened by its address, or with a choice that is gone meanwhile: choose again.
        guard state.fields.given(ReadersPage.Carried.code) != nil,
          let page = try? ReadersPage(isUnseen: isUnseen, visit, state, reader)
        else { return try ConcernForm(isUnseen: isUnseen, visit, state, reader).page }
        return page.page
      } act: { visit, _, incoming in
        let fields = incoming.fields
        return .page(
          try await incoming.site.store.write {
            try Self.send(fields, isUnseen: isUnseen, visit, $0)
          })
      }
    }
  }

  private static func send(
    _ fields: FormFields, isUnseen: Bool, _ visit: Visit, _ writer: any SQLWriter
  ) throws -> Page {
    guard let code = ConcernCode(typed: fields[ReadersPage.Carried.code]) else {
      throw Problems(field: nil, "This page is too old. Choose again; what you wrote is kept.")
    }
    let sender = try Sender(fields, visit, writer)
    let draft = try ConcernDraft(sender.address) { fields[$0] }
    if ReadersPage.asksToCall(fields) {
      throw Problems(
        field: ReadersPage.Carried.called, "Call first, or say that nobody has to be called.")
    }
    try Mending.refusals {
      try Concern.raise(
        SentConcern(
          draft, code: code, seen: fields[ReadersPage.Carried.seen],
          following: sender.following), by: visit.viewer, in: visit.world, writer: writer)
    }
    return CodePage(
      visit: visit, isUnseen: isUnseen, code: code,
      readers: try sender.readers(visit, writer),
      isToldNow: draft.address.manner != .anonymous || draft.tellsAtOnce
    ).page
  }
}
