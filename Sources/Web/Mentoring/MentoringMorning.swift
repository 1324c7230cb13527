import Kernel
import Mentoring
import SQLStore

/// The work of a morning: requests that nobody answered lapse, pairs come to their end with their
/// cycle, those without an agreement and those who have not chosen yet are reminded, those that
/// have not met for a while are asked how it goes, and career resources wait to be looked over.
enum MentoringMorning {
  static let job = JobKind(
    MissedMeetings.job, "Look after requests and pairs that have not met",
    nextDue: { now, settings in
      let today = now.day(in: settings.timeZone)
      let morning = today.instant(hour: 7, in: settings.timeZone)
      return now < morning
        ? morning : today.adding(days: 1).instant(hour: 7, in: settings.timeZone)
    },
    run: { _, around in
      try await around.store.write { writer in
        try MentoringRequest.lapsePass(in: around.world, writer: writer)
        try PairsEnd.pass(in: around.world, writer: writer)
        try ChoosingReminder.pass(in: around.world, writer: writer)
        try AgreementReminder.pass(in: around.world, writer: writer)
        try ResourceReminder.pass(in: around.world, writer: writer)
        try MissedMeetings.pass(in: around.world, writer: writer)
      }
      // Without numbers: whoever looks after jobs is not to learn how pairs do.
      return "Done."
    })
}
