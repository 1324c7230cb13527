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
    registerButtons(in: &routes)
    registerSteps(in: &routes)
    registerSummaries(in: &routes)
  }

  /// Buttons without a word.
  private func registerButtons(in routes: inout Routes) {
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
    routes.button(ConcernPath.separate, .signedIn) { visit, id, _, writer in
      try Self.opened(id, visit, writer).separate(by: visit.viewer, writer: writer)
      return .redirect(ConcernPath.concern.location(id), saying: "They are handled apart again.")
    }
  }

  /// What is done with words or with a choice.
  private func registerSteps(in routes: inout Routes) {
    words(ConcernPath.answer, in: &routes) { opened, fields, visit, writer in
      try opened.answer(
        fields[OpenedConcern.textField], by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        ConcernPath.concern.location(opened.concern.id), saying: "Your answer is sent.")
    } page: { opened, visit, state, reader in
      try ConcernPage(opened, visit, state, reader).page
    }
    step(.note, in: &routes) { try $0.note($1.text, by: $2.viewer, in: $2.world, writer: $3) }
    step(.resolve, in: &routes) {
      try $0.resolve($1.text, by: $2.viewer, in: $2.world, writer: $3)
    }
    step(.pause, in: &routes) { try $0.pause($1.text, by: $2.viewer, in: $2.world, writer: $3) }
    step(.assign, in: &routes) {
      try $0.assign(
        $1[OpenedConcern.assigneeField], by: $2.viewer, in: $2.world, writer: $3)
    }
    step(.merge, in: &routes) {
      try $0.merge($1[OpenedConcern.targetField], by: $2.viewer, writer: $3)
    }
    step(.link, in: &routes) {
      try $0.link($1[OpenedConcern.topicField], by: $2.viewer, in: $2.world, writer: $3)
    }
    step(.hold, in: &routes) {
      try $0.hold(true, $1.text, by: $2.viewer, in: $2.world, writer: $3)
    }
    step(.release, in: &routes) {
      try $0.hold(false, $1.text, by: $2.viewer, in: $2.world, writer: $3)
    }
    registerHandover(in: &routes)
  }

  /// Whoever hands a concern over reads it no more: they go on to what is left to them.
  private func registerHandover(in routes: inout Routes) {
    words(ConcernPath.handOver, in: &routes) { opened, fields, visit, writer in
      let isDone = try Mending.refusals {
        try opened.handOver(
          to: fields[Handover.groupField], because: fields.text, by: visit.viewer,
          in: visit.world, writer: writer)
      }
      return isDone
        ? .redirect(ConcernPath.desk.location(), saying: StepPage.words(.handOver).said)
        : .redirect(
          ConcernPath.concern.location(opened.concern.id),
          saying: "Whoever raised it is asked. It stays with you until they agree.")
    } page: { opened, visit, state, reader in
      try StepPage(.handOver, opened, visit, state, reader).page
    }
  }

  /// The words of the register.
  private func registerSummaries(in routes: inout Routes) {
    words(ConcernPath.summarize, in: &routes) { opened, fields, visit, writer in
      let words = try ConcernSummary.Words { fields[$0] }
      try Mending.refusals {
        try opened.summarize(words, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(
        ConcernPath.concern.location(opened.concern.id),
        saying: "Proposed. Whoever raised it can read it now.")
    } page: { opened, visit, state, _ in
      SummaryForm(visit: visit, opened: opened, state: state).page
    }
    routes.button(ConcernPath.publish, .signedIn) { visit, id, _, writer in
      try Self.opened(id, visit, writer).publish(
        by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(ConcernPath.concern.location(id), saying: "It stands in the register.")
    }
    routes.button(ConcernPath.withdraw, .signedIn) { visit, id, _, writer in
      try Self.opened(id, visit, writer).withdraw(
        by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(ConcernPath.concern.location(id), saying: "It is taken back.")
    }
  }

  private func step(
    _ step: StepPage.Step, in routes: inout Routes,
    _ change: @escaping @Sendable (OpenedConcern, FormFields, Visit, any SQLWriter) throws -> Void
  ) {
    words(StepPage.path(step), in: &routes) { opened, fields, visit, writer in
      try Mending.refusals { try change(opened, fields, visit, writer) }
      return .redirect(
        ConcernPath.concern.location(opened.concern.id), saying: StepPage.words(step).said)
    } page: { opened, visit, state, reader in
      try StepPage(step, opened, visit, state, reader).page
    }
  }

  /// A form about a concern. Where the key was locked meanwhile, what was written is given back.
  private func words(
    _ path: SitePath<ID<Concern>>, in routes: inout Routes,
    change: @escaping @Sendable (OpenedConcern, FormFields, Visit, any SQLWriter) throws -> Reply,
    page: @escaping @Sendable (OpenedConcern, Visit, FormState, any SQLReader) throws -> Page
  ) {
    routes.form(path, .signedIn) { visit, id, state, reader in
      try Self.unlocked(id, visit, state, reader) { try page($0, visit, state, reader) }
    } change: { visit, id, fields, writer in
      do {
        return try change(Self.opened(id, visit, writer), fields, visit, writer)
      } catch ConcernRefusal.locked {
        throw Problems(field: nil, ConcernRefusal.locked.sentence)
      }
    }
  }

  private static func opened(
    _ id: ID<Concern>, _ visit: Visit, _ reader: any SQLReader
  ) throws -> OpenedConcern {
    try OpenedConcern(
      id, viewer: visit.viewer, with: try visit.unlockedKey(reader), reader: reader)
  }

  private static func concern(
    _ id: ID<Concern>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    try unlocked(id, visit, state, reader) {
      try ConcernPage($0, visit, state, reader).page
    }
  }

  /// A page of an opened concern, or the passphrase first.
  private static func unlocked(
    _ id: ID<Concern>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader,
    _ page: (OpenedConcern) throws -> Page
  ) throws -> Page {
    do {
      return try page(opened(id, visit, reader))
    } catch ConcernRefusal.locked {
      return UnlockPage(visit, before: id, keeping: state.fields.text).page
    }
  }
}

extension FormFields {
  /// What was written to or about a concern.
  fileprivate var text: String { self[OpenedConcern.textField] }
}
