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
    routes.act(ConcernPath.reply, .unseen) { visit, _, state, reader in
      guard let code = ConcernCode(typed: state.fields[WrittenConcern.Field.code]) else {
        return CodeEntryPage(visit: visit, state: FormState()).page
      }
      return try Self.written(code, visit, state, reader)
    } act: { visit, _, incoming in
      try await CodeEntryPace.shared.turn()
      let code = try Self.code(in: incoming.fields)
      let text = incoming.fields[WrittenConcern.Field.text]
      return .page(
        try await incoming.site.store.write { writer in
          try Mending.refusals {
            try WrittenConcern.reply(
              text, behind: code, on: visit.viewer.today, in: visit.world, writer: writer)
          }
          return try Self.written(code, visit, FormState(), writer, isSent: true)
        })
    }
  }

  private static func code(in fields: FormFields) throws -> ConcernCode {
    guard let code = ConcernCode(typed: fields[WrittenConcern.Field.code]) else {
      throw Self.wrongCode
    }
    return code
  }

  private static func written(
    _ code: ConcernCode, _ visit: Visit, _ state: FormState, _ reader: any SQLReader,
    isSent: Bool = false
  ) throws -> Page {
    do {
      return WrittenPage(
        visit: visit, written: try WrittenConcern.open(code, reader: reader), code: code,
        state: state, isSent: isSent
      ).page
    } catch ConcernRefusal.nothingBehindCode {
      throw Self.wrongCode
    }
  }

  private static let wrongCode = Problems(
    field: WrittenConcern.Field.code, ConcernRefusal.nothingBehindCode.sentence)
}
