import Kernel
import Mentoring

/// The work of a morning: pairs that have not met for a while are asked how it goes.
enum MissedMeetingsTurn {
  static let job = JobKind(
    MissedMeetings.job, "Ask pairs that have not met how it goes",
    nextDue: { now, settings in
      let today = now.day(in: settings.timeZone)
      let morning = today.instant(hour: 7, in: settings.timeZone)
      return now < morning
        ? morning : today.adding(days: 1).instant(hour: 7, in: settings.timeZone)
    },
    run: { _, around in
      _ = try await MissedMeetings.pass(in: around.world, around.store)
      // Without numbers: whoever looks after jobs is not to learn how pairs do.
      return "Done."
    })
}
