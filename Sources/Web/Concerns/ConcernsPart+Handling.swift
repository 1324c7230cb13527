import Concerns
import HTML
import Kernel
import SQLStore

extension ConcernsPart {
  /// What responders read and do.
  func registerHandling(in routes: inout Routes) {
    routes.page(ConcernPath.desk, .signedIn) { visit, _, reader in
      .page(try DeskPage(.open, visit, reader).page)
    }
    routes.page(ConcernPath.resolved, .signedIn) { visit, _, reader in
      .page(try DeskPage(.resolved, visit, reader).page)
    }
    routes.page(ConcernPath.concern, .signedIn) { visit, id, reader in
      .page(try Self.concern(id, visit, FormState(), reader))
    }
    registerSteps(in: &routes)
    registerWords(in: &routes)
  }

  /// Buttons without a word.
  private func registerSteps(in routes: inout Routes) {
    routes.button(ConcernPath.acknowledge, .signedIn) { visit, id, _, writer in
      try Self.opened(id, visit, writer).acknowledge(by: visit.viewer, writer: writer)
      return .redirect(
        ConcernPath.concern.location(id), saying: "Whoever raised it sees that it was read.")
    }
    routes.button(ConcernPath.reopen, .signedIn) { visit, id, _, writer in
      try Self.opened(id, visit, writer).reopen(by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.concern.location(id), saying: "It is open again.")
    }
    routes.button(ConcernPath.resume, .signedIn) { visit, id, _, writer in
      try Self.opened(id, visit, writer).resume(by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.concern.location(id), saying: "Its clocks run again.")
    }
  }

  /// What is done with words.
  private func registerWords(in routes: inout Routes) {
    step(ConcernPath.answer, "Your answer is sent.", in: &routes) {
      try $0.answer($1, by: $2.viewer, in: $2.world, writer: $3)
    }
    step(ConcernPath.note, "Your note is kept.", in: &routes) {
      try $0.note($1, by: $2.viewer, in: $2.world, writer: $3)
    }
    step(ConcernPath.resolve, "It is resolved.", in: &routes) {
      try $0.resolve($1, by: $2.viewer, in: $2.world, writer: $3)
    }
    step(ConcernPath.pause, "Its clocks stand still.", in: &routes) {
      try $0.pause($1, by: $2.viewer, in: $2.world, writer: $3)
    }
  }

  private func step(
    _ path: SitePath<ID<Concern>>, _ said: String, in routes: inout Routes,
    _ change: @escaping @Sendable (OpenedConcern, String, Visit, any SQLWriter) throws -> Void
  ) {
    routes.form(path, .signedIn) { visit, id, state, reader in
      try Self.concern(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      do {
        try change(
          Self.opened(id, visit, writer), fields[OpenedConcern.textField], visit, writer)
      } catch ConcernRefusal.locked {
        throw Problems(field: nil, ConcernRefusal.locked.sentence)
      }
      return .redirect(ConcernPath.concern.location(id), saying: said)
    }
  }

  private static func opened(
    _ id: ID<Concern>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> OpenedConcern {
    try OpenedConcern(
      id, viewer: visit.viewer, with: try visit.unlockedKey(reader), reader: reader)
  }

  /// The concern, or the passphrase first.
  private static func concern(
    _ id: ID<Concern>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    do {
      return try ConcernPage(id, visit, state, reader).page
    } catch ConcernRefusal.locked {
      return UnlockPage(visit, before: id, keeping: state.fields[OpenedConcern.textField]).page
    }
  }
}
