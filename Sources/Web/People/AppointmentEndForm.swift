import HTML
import Kernel
import Roster

/// The form that ends an appointment.
struct AppointmentEndForm: Sendable {
  let frame: PersonFrame
  let state: FormState
  let appointment: Appointment

  var markup: HTML {
    let state = PersonForm.filled(
      state, [(AppointmentDraft.Field.endsOn, suggestedDay.text)])
    return Form.of(frame.visit, AppointmentPath.end.location(appointment.id), state) {
      Field(
        AppointmentDraft.Field.endsOn, "Last day", seenBy: RecordPage.seenBy(frame.visit.words),
        hint: "The appointment runs to \(When.day(appointment.endsOn))."
      ).text(state, type: "date")
      Field(
        AppointmentDraft.Field.standing, "Why training ends",
        seenBy: RecordPage.seenBy(frame.visit.words),
        hint: "The audit trail says that the appointment ended, and not why."
      ).choice(
        state,
        [("", "Choose")] + AppointmentEnding.standings.map { ($0.rawValue, $0.label) })
      Form.acts("End the appointment", cancel: PeoplePath.person.location(frame.person))
    }
  }

  private var suggestedDay: Day {
    max(appointment.startsOn, min(appointment.endsOn, frame.visit.viewer.today))
  }
}
