import Attachments
import Concerns
import HTML
import Kernel
import SQLStore

/// Takes a file that a writer sends behind their code: received, cleaned, sealed, kept.
struct FileReceipt: Sendable {
  let visit: Visit
  let site: Site

  /// Cleaning keeps a processor busy, so few do it at a time.
  private static let cleaning = BoundedWork(atOnce: 2, waiting: 8)
  private static let limits = FileLimits()

  /// The concern to which it is sent.
  private struct Target: Sendable {
    let code: ConcernCode
    let written: WrittenConcern
    /// Whether the page behind it shows the code still.
    let showsCode: Bool
    let seat: FileSeats.Seat
  }

  /// Takes the file of a request.
  /// - Returns: the page of the concern, with the file or with what is wrong with it.
  func take(_ incoming: Incoming) async throws -> Page {
    var found: Target?
    do {
      let sent = try await SentFile.receive(incoming.request, most: Self.limits.mostBytes) {
        let target = try await target($0)
        found = target
        try target.written.refuseSixth()
      }
      guard let found else { throw BrokenUpload() }
      try await keep(sent.bytes, in: found)
      return try await page(found, saying: "Your file is added.")
    } catch {
      guard let found, let problems = Self.problems(error) else { throw error }
      return try await page(found, problems)
    }
  }

  /// What the fields in front of the file say; whoever has no code sends no file.
  private func target(_ fields: FormFields) async throws -> Target {
    let code = try ConcernsPart.code(in: fields)
    let written = try await site.store.read { reader in
      try ConcernsPart.opening { try WrittenConcern.open(code, reader: reader) }
    }
    return Target(
      code: code, written: written, showsCode: !fields[AttachCard.shownField].isEmpty,
      seat: try FileSeats.shared.take())
  }

  private func keep(_ bytes: [UInt8], in target: Target) async throws {
    let (written, world) = (target.written, visit.world)
    let file = try await Self.cleaning.run {
      try SealedFile(
        CleanFile(received: bytes, within: Self.limits), for: written, in: world)
    }
    let (code, today) = (target.code, visit.viewer.today)
    try await site.store.write { writer in
      try WrittenConcern.attach(file, behind: code, on: today, in: world, writer: writer)
    }
  }

  /// What the form can say of an error.
  private static func problems(_ error: any Error) -> Problems? {
    switch error {
    case let problems as Problems: problems
    case let problem as FileProblem: Problems(field: SentFile.field, problem.sentence)
    case let refusal as ConcernRefusal: Problems(field: SentFile.field, refusal.sentence)
    default: nil
    }
  }

  private func page(
    _ target: Target, _ problems: Problems = Problems(), saying said: String? = nil
  ) async throws -> Page {
    let visit = visit
    return try await site.store.read { reader in
      var written = try WrittenPage(target.code, visit, FormState(), reader, saying: said)
      written.attaching = FormState(problems: problems.said(in: visit.words))
      written.showsCode = target.showsCode
      var page = written.page
      if !problems.all.isEmpty { page.status = 422 }
      return page
    }
  }
}
