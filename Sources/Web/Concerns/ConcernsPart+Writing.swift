import Concerns
import HTML
import Kernel
import SQLStore

extension ConcernsPart {
  /// Reading and writing with a code, without anyone being asked who they are.
  func registerWriting(in routes: inout Routes) {
    routes.act(ConcernPath.code, .unseen) { visit, _, state, _ in
      CodeEntryPage(visit: visit, state: state).page
    } act: { visit, _, incoming in
      try await CodeEntryPace.shared.turn()
      let code = try Self.code(in: incoming.fields)
      return .page(
        try await incoming.site.store.read { reader in
          try Self.written(code, visit, FormState(), reader)
        })
    }
    reply(ConcernPath.reply, "Your message is sent.", in: &routes) { code, visit, fields, writer in
      try WrittenConcern.reply(
        fields[WrittenConcern.Field.text], behind: code, on: visit.viewer.today,
        in: visit.world, writer: writer)
    }
    registerAsked(in: &routes)
  }

  /// What its writer is asked.
  private func registerAsked(in routes: inout Routes) {
    reply(ConcernPath.consent, "Your answer is kept.", in: &routes) {
      code, visit, fields, writer in
      try WrittenConcern.consent(
        Handover.Answer(
          agrees: fields[WrittenConcern.Field.agrees] == "yes",
          seen: fields[ReadersPage.Carried.seen]), behind: code, by: visit.viewer, in: visit.world,
        writer: writer)
    }
    reply(ConcernPath.agree, "Thank you. It may stand there.", in: &routes) {
      code, visit, _, writer in
      try WrittenConcern.agree(behind: code, on: visit.viewer.today, writer: writer)
    }
    reply(ConcernPath.object, "It will not stand there like this.", in: &routes) {
      code, visit, fields, writer in
      try WrittenConcern.object(
        fields[ConcernSummary.Field.objection], behind: code, on: visit.viewer.today,
        in: visit.world, writer: writer)
    }
    reply(ConcernPath.putOff, "Thank you. That is good to know.", in: &routes) {
      code, _, fields, writer in
      try FollowUp.put(off: fields[FollowUp.field], behind: code, writer: writer)
    }
    routes.act(ConcernPath.follow, .unseen) { visit, _, state, _ in
      CodeEntryPage(visit: visit, state: state).page
    } act: { visit, _, incoming in
      try await CodeEntryPace.shared.turn()
      let code = try Self.code(in: incoming.fields)
      return .page(
        try await incoming.site.store.read { reader in
          try Self.following(code, visit, reader)
        })
    }
  }

  /// Something that is done behind a code, after which the concern stands there as it is then.
  private func reply(
    _ path: SitePath<NoArgument>, _ said: String, in routes: inout Routes,
    _ change: @escaping @Sendable (ConcernCode, Visit, FormFields, any SQLWriter) throws -> Void
  ) {
    routes.act(path, .unseen) { visit, _, state, reader in
      guard let code = ConcernCode(typed: state.fields[WrittenConcern.Field.code]) else {
        return CodeEntryPage(visit: visit, state: FormState()).page
      }
      return try Self.written(code, visit, state, reader)
    } act: { visit, _, incoming in
      try await CodeEntryPace.shared.turn()
      let code = try Self.code(in: incoming.fields)
      let fields = incoming.fields
      return .page(
        try await incoming.site.store.write { writer in
          try Mending.refusals { try change(code, visit, fields, writer) }
          return try Self.written(code, visit, FormState(), writer, saying: said)
        })
    }
  }

  /// The first page of a concern that follows on another one, with the same choices.
  private static func following(
    _ code: ConcernCode, _ visit: Visit, _ reader: any SQLReader
  ) throws -> Page {
    let concern = try opening { try WrittenConcern.open(code, reader: reader).concern }
    let fields = FormFields([
      (ReadersPage.Carried.follows, code.text),
      (ConcernAddress.Field.group, concern.group.text),
      (ConcernAddress.Field.category, concern.category.text),
    ])
    return try ConcernForm(isUnseen: true, visit, FormState(fields: fields), reader).page
  }

  static func code(in fields: FormFields) throws -> ConcernCode {
    guard let code = ConcernCode(typed: fields[WrittenConcern.Field.code]) else {
      throw Self.wrongCode(ConcernRefusal.nothingBehindCode)
    }
    return code
  }

  private static func written(
    _ code: ConcernCode, _ visit: Visit, _ state: FormState, _ reader: any SQLReader,
    saying said: String? = nil
  ) throws -> Page {
    try opening { try WrittenPage(code, visit, state, reader, saying: said).page }
  }

  /// A code that opens nothing is a problem of the field into which it was typed.
  static func opening<Opened>(_ open: () throws -> Opened) throws -> Opened {
    do {
      return try open()
    } catch let refusal as ConcernRefusal {
      throw wrongCode(refusal)
    }
  }

  private static func wrongCode(_ refusal: ConcernRefusal) -> Problems {
    Problems(field: WrittenConcern.Field.code, refusal.sentence)
  }
}
