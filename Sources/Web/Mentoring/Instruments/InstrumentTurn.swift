import Kernel
import Mentoring

/// The work of a morning: whoever can answer a questionnaire is told, and figures are counted.
enum InstrumentTurn {
  static let job = JobKind(
    InstrumentMorning.job, "Tell who can answer a questionnaire of mentoring",
    nextDue: { now, settings in
      let today = now.day(in: settings.timeZone)
      let morning = today.instant(hour: 7, minute: 10, in: settings.timeZone)
      return now < morning
        ? morning : today.adding(days: 1).instant(hour: 7, minute: 10, in: settings.timeZone)
    },
    run: { _, around in
      try await InstrumentMorning.pass(in: around.world, around.store)
      // Without numbers: whoever looks after jobs is not to learn who takes part.
      return "Done."
    })
}
