import Attachments
import Elections
import HTML
import Kernel
import Roster
import SQLStore

extension ElectionsPart {
  /// Standing, accepting, declining, withdrawing and proposing.
  func registerCandidacy(in routes: inout Routes) {
    routes.form(ElectionPath.stand, .signedIn) { visit, id, state, reader in
      try CandidacyForms.stand(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      try Mending.refusals {
        try Candidate.stand(
          fields[Candidate.Field.statement], in: id, by: visit.viewer, at: visit.world,
          writer: writer)
      }
      return .redirect(ElectionPath.election.location(id), saying: "You stand in this election.")
    }
    routes.button(ElectionPath.decline, .signedIn) { visit, id, _, writer in
      try Candidate.decline(in: id, by: visit.viewer, writer: writer)
      return .redirect(
        ElectionPath.election.location(id), saying: "Declined. Nobody else is told.")
    }
    routes.button(ElectionPath.withdraw, .signedIn) { visit, id, _, writer in
      try Candidate.withdraw(from: id, by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(ElectionPath.election.location(id), saying: "You do not stand any more.")
    }
    routes.form(ElectionPath.propose, .signedIn) { visit, id, state, reader in
      try CandidacyForms.propose(id, visit, state, reader)
    } change: { visit, id, fields, writer in
      let person = try PersonPick.find(
        fields[PersonPick.field], viewer: visit.viewer, reader: writer)
      try Mending.refusals(of: [PersonPick.field]) {
        try Candidate.propose(
          person, in: id, by: visit.viewer, at: visit.world, writer: writer)
      }
      return .redirect(
        ElectionPath.election.location(id), saying: "Proposed. They are asked now.")
    }
  }

  /// Pictures of candidates.
  func registerPortraits(in routes: inout Routes) {
    routes.act(ElectionPath.portrait, .signedIn) { visit, id, state, reader in
      try CandidacyForms.portrait(id, visit, state, reader)
    } act: { visit, id, incoming in
      try await CandidacyForms.receive(id, visit, incoming)
    }
    routes.button(ElectionPath.removePortrait, .signedIn) { visit, id, _, writer in
      try Candidate.show(nil, in: id, by: visit.viewer, writer: writer)
      return .redirect(ElectionPath.election.location(id), saying: "Your picture is removed.")
    }
    routes.page(ElectionPath.picture, .signedIn) { visit, id, reader in
      let portrait = try Candidate.portrait(of: id, viewer: visit.viewer, reader: reader)
      return .download(
        Download(
          fileName: "portrait.\(portrait.kind.ending)",
          type: portrait.kind.mediaType, bytes: portrait.bytes))
    }
  }

  /// Corrections of the roll.
  func registerRoll(in routes: inout Routes) {
    routes.form(ElectionPath.correction, .signedIn) { visit, id, state, reader in
      try CorrectionForm(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      try Mending.refusals {
        try RollCorrection.ask(
          fields[RollCorrection.Field.wish], in: id, by: visit.viewer, at: visit.world,
          writer: writer)
      }
      return .redirect(
        ElectionPath.election.location(id), saying: "Asked. The election officer answers.")
    }
    routes.page(ElectionPath.corrections, .signedIn) { visit, id, reader in
      .page(try CorrectionsPage(id, visit, reader).page)
    }
    routes.form(ElectionPath.ruling, .signedIn) { visit, id, state, reader in
      try RulingPage(id, visit, state, reader).page
    } change: { visit, id, fields, writer in
      let ruling = RollCorrection.Ruling(rawValue: fields[RollCorrection.Field.ruling])
      guard let ruling else {
        throw Problems(field: RollCorrection.Field.ruling, "Choose what you decide.")
      }
      let correction = try RollCorrection.toRule(id, viewer: visit.viewer, reader: writer)
      try Mending.refusals {
        try RollCorrection.rule(
          id, .init(ruling, saying: fields[RollCorrection.Field.reason]), by: visit.viewer,
          in: visit.world, writer: writer)
      }
      return .redirect(
        ElectionPath.corrections.location(correction.election), saying: "Decided. They are told.")
    }
  }
}
