import Elections
import Kernel
import SQLStore

/// What is kept of a person in elections, for their own copy of their data. That they voted is in
/// it; what, is nowhere.
enum ElectionCopy {
  static func tables(_ visit: Visit, _ reader: any SQLReader) throws -> [OwnTable] {
    let lines = try OwnElection.all(viewer: visit.viewer, reader: reader)
    let corrections = try RollCorrection.own(viewer: visit.viewer, reader: reader)
    return [
      OwnTable(
        name: "rolls", title: "Elections on whose roll you are",
        seenBy: "the election officer sees how many voted, and nobody who",
        columns: ["Election", "Added by a correction", "You voted"],
        rows: lines.rolls.map { [$0.title, $0.wasAdded ? "yes" : "", $0.hasVoted ? "yes" : ""] }),
      OwnTable(
        name: "candidacies", title: "Elections in which you stood or were asked to",
        seenBy: "everyone who sees the election, once you stand; before that you and the proposer",
        columns: ["Election", "Stands", "Statement", "Since"],
        rows: lines.candidacies.map { one in
          [
            one.title, ElectionWords.candidate(one.state).word, one.statement, one.since.text,
          ]
        }),
      OwnTable(
        name: "roll-corrections", title: "Corrections of a roll that you asked for",
        seenBy: "the election officer",
        columns: ["Asked", "Why", "Decision", "Answer"],
        rows: corrections.map { one in
          [
            one.askedAt.text, one.wish, ElectionWords.ruling(one.ruling).word, one.reason,
          ]
        }),
    ]
  }
}
