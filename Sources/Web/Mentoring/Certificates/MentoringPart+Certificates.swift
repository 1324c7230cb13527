import HTML
import Kernel
import Mentoring
import Paper
import SQLStore

extension MentoringPart {
  /// Giving certificates of service, printing them, and checking them.
  func registerCertificates(in routes: inout Routes) {
    routes.form(MentoringPath.certificates, .mentoringOffice) { visit, id, state, reader in
      try CertificatesPage(id, visit, state, reader).page
    } change: { visit, id, _, writer in
      let count = try Mending.refusals {
        try MentorCertificate.issue(in: id, by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(
        MentoringPath.certificates.location(id),
        saying: "\(Figures.counted(count, "certificate", "certificates")) given. They are told.")
    }
    registerRevoking(in: &routes)
    routes.view(MentoringPath.certificateFile, .signedIn) { visit, id, incoming in
      let certificate = try await incoming.site.store.read { reader in
        try MentorCertificate.find(id, viewer: visit.viewer, reader: reader)
      }
      let paper = CertificateWords.paper(
        certificate.content, size: PageSize(rawValue: visit.query["paper"]) ?? .letter,
        address: incoming.site.configuration.address)
      return .download(
        Download(
          fileName: "certificate-\(certificate.content.code.text).pdf", type: "application/pdf",
          bytes: try await Self.printing.run { try Self.printed(paper) }))
    }
    routes.view(MentoringPath.check, .unseen) { _, word, incoming in
      try await CheckPage.pace.turn()
      guard let code = CertificateCode(typed: word.segment) else { throw Absent() }
      let found = try await incoming.site.store.read { reader in
        try FoundCertificate.with(code, reader: reader)
      }
      return .page(CheckPage(found: found).page)
    }
  }

  private func registerRevoking(in routes: inout Routes) {
    routes.form(MentoringPath.revoke, .mentoringOffice) { visit, id, state, reader in
      try Self.revokePage(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      let cycle = try MentorCertificate.find(id, viewer: visit.viewer, reader: writer).cycle
      try Mending.refusals {
        try MentorCertificate.revoke(
          id, because: fields["reason"], by: visit.viewer, in: visit.world, writer: writer)
      }
      return .redirect(
        MentoringPath.certificates.location(cycle), saying: "Revoked. Its page says so now.")
    }
    routes.button(MentoringPath.issueAnew, .mentoringOffice) { visit, id, _, writer in
      let cycle = try MentorCertificate.find(id, viewer: visit.viewer, reader: writer).cycle
      try MentorCertificate.issueAnew(id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(
        MentoringPath.certificates.location(cycle), saying: "A new one is given. They are told.")
    }
  }

  private static func revokePage(
    _ id: ID<MentorCertificate>, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let viewer = visit.viewer
    let certificate = try MentorCertificate.find(id, viewer: viewer, reader: reader)
    let cycle = try MentoringCycle.find(certificate.cycle, viewer: viewer, reader: reader)
    let back = MentoringPath.certificates.location(cycle.id)
    return Page(
      "Revoke a certificate", in: .mentoring,
      under: CyclePage.crumbs(cycle) + [Page.Breadcrumb("Certificates", back)],
      subtitle: "Its page says from then on that it does not hold. It cannot be taken back."
    ) {
      CertificateWords.facts(certificate.content)
      Form.of(visit, MentoringPath.revoke.location(id), state) {
        Field(
          "reason", "Why",
          seenBy: visit.words("\(certificate.content.name) and the {office}"),
          hint: "The page that anyone may open says the day and not the reason."
        ).lines(state)
        Form.acts("Revoke it", cancel: back)
      }
    }
  }

  /// How many certificates are drawn at a time: one waits for the other anyway.
  private static let printing = BoundedWork(atOnce: 1, waiting: 32)

  /// - Throws: ``UnprintedCertificate`` where it cannot be, as without the libraries that draw.
  private static func printed(_ paper: Paper.Certificate) throws -> [UInt8] {
    do throws(CertificateProblem) {
      return try paper.pdf().bytes
    } catch {
      throw UnprintedCertificate(problem: error)
    }
  }
}
