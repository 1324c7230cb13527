import Elections
import Kernel

/// What elections do by themselves.
enum ElectionJobs {
  static let all = [opening, closing, reminding, seating]

  private static let opening = JobKind(
    Election.openingJob, "Open the voting of elections at its time",
    nextDue: JobKind.every(seconds: 60)
  ) { _, around in
    let (opened, waiting) = try await Election.openDue(in: around.world, around.store)
    return Figures.counted(opened, "election was opened", "elections were opened")
      + (waiting > 0 ? "; \(waiting) cannot be yet, and its officers are told why." : ".")
  }

  private static let closing = JobKind(
    Election.closingJob, "Close elections whose time is over",
    nextDue: JobKind.every(seconds: 60)
  ) { _, around in
    let (closed, waiting) = try await Election.closeDue(in: around.world, around.store)
    return Figures.counted(closed, "election was closed", "elections were closed")
      + (waiting > 0 ? "; \(waiting) cannot be, for the key is not on this server." : ".")
  }

  /// Says no number of people: whoever runs jobs reads it.
  private static let reminding = JobKind(
    VotingReminders.job, "Remind people that voting ends", nextDue: JobKind.every(seconds: 600)
  ) { _, around in
    let reminded = try await VotingReminders.send(in: around.world, around.store)
    return "People were reminded in \(Figures.counted(reminded, "election", "elections"))."
  }

  private static let seating = JobKind(
    WaitingSeats.job, "Seat those whose seat has fallen free",
    nextDue: JobKind.every(seconds: 600)
  ) { _, around in
    let seated = try await WaitingSeats.settle(in: around.world, around.store)
    return Figures.counted(seated, "person was seated.", "people were seated.")
  }
}
