import Councils
import Foundation
package import Kernel
package import SQLStore
import Tally

extension Checklist {
  /// The fewest people among whom there can be a secret ballot.
  static let fewestElectors = 3

  /// The checklist of an election.
  package static func of(
    _ election: Election, viewer: Viewer, reader: any SQLReader
  ) throws -> Checklist {
    let zone = try Settings(reader: reader).timeZone
    let made = Making(election: election, viewer: viewer, zone: zone, reader: reader)
    return Checklist(points: [
      try made.seats, try made.electorate, made.nominations, made.voting, made.method, ties,
      try made.officer, made.nominationsOver, made.rollDay, try made.candidates,
    ])
  }

  private static let ties = Point(
    subject: .ties, isThere: true,
    sentence: "What the count leaves open is decided by a lot whose seed is published.")
}

/// Makes the points of a checklist.
private struct Making {
  let election: Election
  let viewer: Viewer
  let zone: TimeZone
  let reader: any SQLReader

  private func there(_ subject: Checklist.Subject, _ sentence: String) -> Checklist.Point {
    Checklist.Point(subject: subject, isThere: true, sentence: sentence)
  }

  private func missing(_ subject: Checklist.Subject, _ sentence: String) -> Checklist.Point {
    Checklist.Point(subject: subject, isThere: false, sentence: sentence)
  }

  private func words(_ instant: Instant) -> String { TypedMoment.words(instant, in: zone) }

  var seats: Checklist.Point {
    get throws {
      let row = try reader.first(
        """
        SELECT seat_rule.title AS title, seat_rule.seats AS seats,
          seat_rule.closed_on AS closed_on, organization.closed_on AS organization_closed_on
        FROM seat_rule JOIN organization ON organization.id = seat_rule.organization_id
        WHERE seat_rule.id = \(election.rule)
        """)
      guard let row else { throw Absent() }
      if let day = try row.dayOrNil("organization_closed_on"), day < viewer.today {
        return missing(.seats, "The organization is closed.")
      }
      if let day = try row.dayOrNil("closed_on"), day < viewer.today {
        return missing(.seats, "These seats were given up. Choose others.")
      }
      let (title, seats) = (try row.text("title"), try row.integer("seats"))
      guard election.seats <= seats else {
        return missing(.seats, "There are \(seats) seats of “\(title)” only. Elect fewer.")
      }
      return there(.seats, "\(election.seats) of \(seats) in “\(title)”.")
    }
  }

  var electorate: Checklist.Point {
    get throws {
      guard let electorate = election.electorate else {
        return missing(.electorate, "Choose the day of the roll.")
      }
      let figures = try RollFigures.of(election, reader: reader)
      let count = figures.count ?? 0
      guard count >= Checklist.fewestElectors else {
        return missing(
          .electorate,
          "Only \(count) may vote on \(electorate.day.words). Among fewer than "
            + "\(Checklist.fewestElectors) no ballot is secret: choose another day or more "
            + "{programs}.")
      }
      return there(
        .electorate,
        "\(GroupedDigits.of(count)) {trainees}, as the roster says for \(electorate.day.words).")
    }
  }

  var nominations: Checklist.Point {
    let schedule = election.schedule
    guard let from = schedule.nominateFrom, let until = schedule.nominateUntil else {
      return missing(.nominations, "Choose when nominations open and close.")
    }
    if election.state == .draft, until <= viewer.now {
      return missing(.nominations, "Nominations would be over already. Choose later days.")
    }
    return there(.nominations, "From \(words(from)) until \(words(until)).")
  }

  var voting: Checklist.Point {
    let schedule = election.schedule
    guard let from = schedule.voteFrom, let until = schedule.voteUntil else {
      return missing(.voting, "Choose when voting begins and ends.")
    }
    if [.draft, .nominating].contains(election.state), until <= viewer.now {
      return missing(.voting, "Voting would be over already. Choose later days.")
    }
    return there(.voting, "From \(words(from)) until \(words(until)).")
  }

  var method: Checklist.Point {
    if election.seats > 1, !election.method.fillsSeveral {
      return missing(.method, "The method fills one seat. Choose another one.")
    }
    if let problem = election.onePer.problem(in: election.constituency) {
      return missing(.method, problem)
    }
    return there(.method, election.method.words + ".")
  }

  var officer: Checklist.Point {
    get throws {
      guard let officer = election.officer else {
        return missing(
          .officer, "Name an election officer, who rules on corrections and certifies.")
      }
      if let problem = try ElectionOfficer.problem(with: officer, viewer, reader) {
        return missing(.officer, problem)
      }
      let name = try reader.first(
        "SELECT name FROM directory_entry WHERE person_id = \(officer)")
      return there(.officer, (try name?.text("name") ?? "Someone") + ".")
    }
  }

  var nominationsOver: Checklist.Point {
    guard let until = election.schedule.nominateUntil else {
      return missing(.nominationsOver, "Nominations have no end yet.")
    }
    guard until <= viewer.now else {
      return missing(.nominationsOver, "Nominations are open until \(words(until)).")
    }
    return there(.nominationsOver, "Since \(words(until)).")
  }

  var rollDay: Checklist.Point {
    guard let day = election.schedule.rollOn, day <= viewer.today else {
      return missing(
        .rollDay,
        election.schedule.rollOn.map { "The day of the roll, \($0.words), has not come." }
          ?? "The roll has no day yet.")
    }
    return there(.rollDay, "The roll is of \(day.words).")
  }

  var candidates: Checklist.Point {
    get throws {
      switch try Contest.of(election, viewer: viewer, reader: reader) {
      case .nobody:
        missing(
          .candidates,
          "Nobody stands. Give nominations more time, or call the election off.")
      case .uncontested(let count):
        missing(
          .candidates,
          "\(count) \(count == 1 ? "stands" : "stand") for \(election.seats): no vote is needed. "
            + "The election officer can declare them elected.")
      case .contested(let count): there(.candidates, "\(count) stand.")
      }
    }
  }
}
