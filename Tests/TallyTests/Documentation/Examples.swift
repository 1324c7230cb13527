import Tally

/// The examples of the catalog: what stands there stands here too, and is compiled and run.
enum Examples {
  static func counting() throws -> String {
    let election = try Election(
      title: "Resident council", seats: 2,
      candidates: [Candidate("Ana"), Candidate("Ben"), Candidate("Chi"), Candidate("Dev")],
      papers: [
        Paper(7, ranking: [1, 2]), Paper(2, ranking: [2]), Paper(2, ranking: [3]),
        Paper(1, ranking: [4, 3]),
      ])
    let report = try ScottishSTV().count(election, lot: .seed("lottery of 7 May: 4 8 15"))
    print(report.text)
    return report.text
  }

  static func lots(_ election: Election) throws -> (LotOrder, Lot) {
    let order = try LotOrder(.seed("lottery of 7 May: 4 8 15"), for: election)
    let drawnByHand = Lot.drawn([3, 1, 4, 2])
    return (order, drawnByHand)
  }

  static func constraining(_ election: Election) throws -> Report {
    let constraints = SeatConstraints([
      SeatRule(group: "department Surgery", maximum: 1, members: [1, 2]),
      SeatRule(group: "first year", minimum: 1, members: [3, 4]),
    ])
    let balanced = try ScottishSTV().count(election, lot: .ballotOrder, constraints: constraints)
    return balanced
  }

  static func reading() throws -> (Election, Election, String) {
    let file = """
      4 2
      -3
      7 1 2 0
      2 2 1=4 0
      1 - 4 0
      0
      "Ana"
      "Ben"
      "Chi"
      "Dev"
      "Resident council"
      """
    let read = try Election(ballots: Array(file.utf8))
    let same = try Election(blt: Array(read.blt.utf8))
    let preflib = try read.preflib()
    return (read, same, preflib)
  }

  static func complaining() {
    do {
      _ = try Election(blt: Array("2 1\n1 1 3 0\n".utf8))
    } catch {
      print("council.blt:\(error)")
    }
  }

  static func json(_ election: Election) throws -> String {
    let json = try MeekSTV().count(election).json
    return json
  }
}
