import Elections
import HTML
import Kernel
import Roster
import SQLStore

/// The forms with which people stand, propose others and show a picture.
struct CandidacyForms: Sendable {
  let frame: ElectionFrame
  let state: FormState

  private var visit: Visit { frame.visit }
  private var id: ElectionID { frame.id }
  private var back: Location { ElectionPath.election.location(id) }

  /// Standing, accepting a proposal, and changing one's statement.
  static func stand(
    _ id: ElectionID, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let frame = try ElectionFrame(id, visit, reader)
    let own = try Candidate.own(in: id, viewer: visit.viewer, reader: reader)
    let filled = PersonForm.filled(state, [(Candidate.Field.statement, own?.statement ?? "")])
    let title = own?.state == .accepted ? "Your statement" : "Stand for election"
    return CandidacyForms(frame: frame, state: filled).stand(title)
  }

  private func stand(_ title: String) -> Page {
    frame.page(below: title, subtitle: frame.election.title) {
      Form.of(visit, ElectionPath.stand.location(id), state) {
        Field(
          Candidate.Field.statement, "Why vote for you", seenBy: ElectionWords.readers,
          hint: "At most \(Figures.grouped(Candidate.longestStatement)) characters.",
          isOptional: true
        ).lines(state, rows: 8)
        p(.class("hint")) {
          "Your name and where you train are shown with it. Once voting is open they stay with "
            + "the election and its result, also when you have left. You can withdraw at any time "
            + "until voting is over."
        }
        Form.acts(title == "Stand for election" ? title : "Save", cancel: back)
      }
    }
  }

  /// Proposing someone else.
  static func propose(
    _ id: ElectionID, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let frame = try ElectionFrame(id, visit, reader)
    return CandidacyForms(frame: frame, state: state).propose
  }

  private var propose: Page {
    frame.page(below: "Propose someone", subtitle: frame.election.title) {
      Form.of(visit, ElectionPath.propose.location(id), state) {
        Field(
          PersonPick.field, visit.words("{Trainee}"),
          seenBy: "them, with your name; nobody else",
          hint: "A name or mail address. They are asked, and stand only if they accept. You can "
            + "propose \(Candidate.mostProposals) people."
        ).text(state, type: "text", .named("autocomplete", "off"))
        Form.acts("Propose", cancel: back)
      }
    }
  }

  /// A picture beside one's own statement.
  static func portrait(
    _ id: ElectionID, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws -> Page {
    let frame = try ElectionFrame(id, visit, reader)
    return CandidacyForms(frame: frame, state: state).portrait
  }

  private var portrait: Page {
    frame.page(below: "Your picture", subtitle: frame.election.title) {
      form(
        .class("form"), .method("post"), .action(ElectionPath.portrait.location(id)),
        .named("enctype", "multipart/form-data")
      ) {
        Form.summary(state)
        Field(
          "file", "Picture", seenBy: ElectionWords.readers,
          hint: "JPEG or PNG, up to 1 MB. Place, time and device that a camera wrote into the "
            + "file are removed."
        ).file(state, accepting: ".jpg,.jpeg,.png")
        Form.acts("Show it", cancel: back)
      }
    }
  }

  /// Receives a picture and keeps what draws it.
  static func receive(_ id: ElectionID, _ visit: Visit, _ incoming: Incoming) async throws -> Reply
  {
    let portrait: Portrait
    do {
      portrait = try await UploadedFile.receive(incoming, limit: 4 * Portrait.mostBytes) { file in
        var bytes: [UInt8] = []
        for try await chunk in file.chunks { bytes += chunk }
        return try Portrait(file: bytes)
      }
    } catch let problem as PortraitProblem {
      throw Problems(field: "file", problem.sentence)
    } catch is LargeUpload {
      throw Problems(field: "file", PortraitProblem.tooLarge.sentence)
    }
    let kept = portrait
    try await incoming.site.store.write { writer in
      try Candidate.show(kept, in: id, by: visit.viewer, writer: writer)
    }
    return .redirect(ElectionPath.election.location(id), saying: "Your picture is shown.")
  }
}
