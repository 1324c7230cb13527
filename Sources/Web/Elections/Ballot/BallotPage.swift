import Elections
import HTML
import Kernel
import SQLStore

/// The ballot to fill in: a number for each candidate, which the script also writes by buttons,
/// arrow keys and dragging.
struct BallotPage: Sendable {
  let visit: Visit
  let election: Election
  let paper: BallotPaper
  let state: FormState

  /// - Throws: ``BallotRefusal`` where the viewer cannot vote now.
  init(_ id: ElectionID, _ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    self.visit = visit
    self.state = state
    election = try Election.find(id, viewer: visit.viewer, reader: reader)
    guard let hasVoted = try election.hasVoted(visit.person, reader: reader) else {
      throw BallotRefusal.notOnRoll
    }
    guard !hasVoted else { throw BallotRefusal.alreadyVoted }
    guard election.isVoting(at: visit.viewer.now) else { throw BallotRefusal.notOpen }
    paper = try BallotPaper(of: election, reader: reader)
  }

  var page: Page {
    Page(
      "Your ballot", in: .elections, under: BallotPath.crumbs(election),
      subtitle: Figures.counted(election.seats, "seat", "seats")
    ) {
      Form.of(visit, BallotPath.ballot.location(election.id), state) {
        p(.class("sees sealed")) { "Sealed: nobody can read how you vote, on any page." }
        fieldset(.class("field")) {
          legend { legendText }
          p(.class("hint")) { hint }
          candidates
        }
        if paper.allowsAbstaining { abstain }
        Form.acts("Look at my ballot")
      }
      p(.class("soft")) { "Nothing is cast yet. The next page says what will be counted." }
    }
  }

  private var legendText: String {
    switch paper.kind {
    case .ranks: "Number the candidates in the order in which you want them"
    case .approvals: "Choose everyone whom you approve of"
    case .votes:
      "Choose up to \(Figures.counted(paper.mostMarks, "candidate", "candidates"))"
    }
  }

  private var hint: String {
    switch paper.kind {
    case .ranks:
      """
      Write 1 for the person you want most, then 2, and so on as far as you like. Whom you leave \
      empty gets nothing from you.
      """
    case .approvals: "Each of them gets one vote from you."
    case .votes: "Each of them gets one vote from you. You may choose fewer."
    }
  }

  private var candidates: HTML {
    HTML.element(
      "ol",
      [
        .class("list"),
        .optional("data-rank", paper.kind == .ranks ? "not ranked" : nil),
      ],
      paper.candidates.map { paper.kind == .ranks ? ranked($0) : marked($0) })
  }

  private func ranked(_ candidate: BallotPaper.Candidate) -> HTML {
    let name = Ballot.field(candidate.number)
    return li {
      if candidate.isWithdrawn {
        withdrawn(candidate)
      } else {
        number(name, candidate)
        div {
          label(.for(name)) { bdi { candidate.name } }
          wrong(name)
          statement(candidate)
        }
        HTML.element(
          "span", [.flag("data-grip"), .aria(.hidden, "true"), .flag("hidden")], [.text("⠿")])
        move("-1", "↑", "Move \(candidate.name) up")
        move("1", "↓", "Move \(candidate.name) down")
      }
    }
  }

  private func number(_ name: String, _ candidate: BallotPaper.Candidate) -> HTML {
    let isWrong = !state.problems.of(name).isEmpty
    return input(
      .id(name), .name(name), .type("text"), .class("code"), .named("inputmode", "numeric"),
      .named("maxlength", "4"), .named("size", "2"), .named("autocomplete", "off"),
      .value(state.fields[name]), .optional("aria-invalid", isWrong ? "true" : nil),
      .optional("aria-describedby", isWrong ? name + "-error" : nil))
  }

  private func move(_ by: String, _ sign: String, _ words: String) -> HTML {
    button(
      .type("button"), .class("btn small"), .named("data-by", by), .aria(.label, words),
      .flag("hidden")
    ) { sign }
  }

  private func marked(_ candidate: BallotPaper.Candidate) -> HTML {
    let name = Ballot.field(candidate.number)
    return li {
      if candidate.isWithdrawn {
        withdrawn(candidate)
      } else {
        div {
          Tick.of(name, candidate.name, isOn: !state.fields[name].isEmpty)
          wrong(name)
          statement(candidate)
        }
      }
    }
  }

  private func withdrawn(_ candidate: BallotPaper.Candidate) -> HTML {
    div {
      bdi { candidate.name }
      " "
      Badge.of("Withdrawn", .warn)
    }
  }

  @HTMLBuilder private func wrong(_ name: String) -> HTML {
    let sentences = state.problems.of(name)
    if !sentences.isEmpty {
      p(.class("error"), .id(name + "-error")) { sentences.joined(separator: " ") }
    }
  }

  @HTMLBuilder private func statement(_ candidate: BallotPaper.Candidate) -> HTML {
    if !candidate.statement.isEmpty {
      Fold.of("Statement") { Paragraphs.of(candidate.statement) }
    }
  }

  private var abstain: HTML {
    div(.class("field")) {
      Tick.of(
        Ballot.abstainField, "I abstain",
        hint: "Your ballot is counted as one that names nobody.",
        isOn: !state.fields[Ballot.abstainField].isEmpty)
      wrong(Ballot.abstainField)
    }
  }
}
