import HTML
import Kernel
import Roster
import SQLStore

extension PeoplePart {
  /// Adding, editing, ending and transferring appointments.
  func registerAppointments(in routes: inout Routes) {
    routes.form(AppointmentPath.add, .rosterKeeper) { visit, person, state, reader in
      let frame = try PersonFrame(person, visit, reader)
      let choices = try AppointmentForm.Choices(visit, reader)
      return frame.page(below: "Add an appointment") {
        AppointmentForm(
          frame: frame, state: PersonForm.filled(state, AppointmentForm.usual(visit)),
          action: AppointmentPath.add.location(person), choices: choices,
          standings: Standing.open, button: "Add"
        ).markup
      }
    } change: { visit, person, fields, writer in
      let draft = try AppointmentForm.draft(fields, visit, writer)
      _ = try Mending.refusals(of: AppointmentForm.fields) {
        try Appointment.add(
          draft, to: person, by: visit.viewer, in: visit.world, writer: writer)
      }
      try SeatTurn.follow(visit, writer)
      return .redirect(
        PeoplePath.person.location(person), saying: "The appointment is added.")
    }
    registerEdit(in: &routes)
    registerEnd(in: &routes)
    registerTransfer(in: &routes)
  }

  private func registerEdit(in routes: inout Routes) {
    routes.form(AppointmentPath.edit, .rosterKeeper) { visit, id, state, reader in
      let appointment = try Appointment.toEdit(id, viewer: visit.viewer, reader: reader)
      let frame = try PersonFrame(appointment.person, visit, reader)
      let choices = try AppointmentForm.Choices(visit, reader)
      let kept = try AppointmentForm.kept(appointment, visit, reader)
      return frame.page(below: "Edit the appointment") {
        AppointmentForm(
          frame: frame, state: PersonForm.filled(state, kept),
          action: AppointmentPath.edit.location(id), choices: choices,
          standings: appointment.standing.isEnded ? Standing.allCases : Standing.open,
          button: "Save"
        ).markup
      }
    } change: { visit, id, fields, writer in
      let person = try Appointment.toEdit(id, viewer: visit.viewer, reader: writer).person
      let draft = try AppointmentForm.draft(fields, visit, writer)
      try Mending.refusals(of: AppointmentForm.fields) {
        try Appointment.edit(id, draft, by: visit.viewer, writer: writer)
      }
      try SeatTurn.follow(visit, writer)
      return .redirect(PeoplePath.person.location(person), saying: "Saved.")
    }
  }

  private func registerEnd(in routes: inout Routes) {
    routes.form(AppointmentPath.end, .rosterKeeper) { visit, id, state, reader in
      let appointment = try Appointment.toEdit(id, viewer: visit.viewer, reader: reader)
      let frame = try PersonFrame(appointment.person, visit, reader)
      return frame.page(
        below: "End the appointment",
        subtitle: "A last day to come is kept as a plan; the standing follows after it."
      ) {
        AppointmentEndForm(frame: frame, state: state, appointment: appointment).markup
      }
    } change: { visit, id, fields, writer in
      let person = try Appointment.toEdit(id, viewer: visit.viewer, reader: writer).person
      let ending = try AppointmentEnding { fields[$0] }
      try Mending.refusals(of: AppointmentForm.fields) {
        try Appointment.end(id, ending, by: visit.viewer, writer: writer)
      }
      try SeatTurn.follow(visit, writer)
      return .redirect(
        PeoplePath.person.location(person), saying: "The end of the appointment is kept.")
    }
  }

  private func registerTransfer(in routes: inout Routes) {
    routes.form(AppointmentPath.transfer, .rosterKeeper) { visit, id, state, reader in
      let appointment = try Appointment.toEdit(id, viewer: visit.viewer, reader: reader)
      let frame = try PersonFrame(appointment.person, visit, reader)
      let choices = try AppointmentForm.Choices(visit, reader)
      return frame.page(
        below: visit.words("Transfer to another {program}"),
        subtitle: "The present appointment ends on the day before the new one begins."
      ) {
        AppointmentForm(
          frame: frame, state: PersonForm.filled(state, AppointmentForm.usual(visit)),
          action: AppointmentPath.transfer.location(id), choices: choices,
          standings: Standing.open, button: "Transfer"
        ).markup
      }
    } change: { visit, id, fields, writer in
      let person = try Appointment.toEdit(id, viewer: visit.viewer, reader: writer).person
      let draft = try AppointmentForm.draft(fields, visit, writer)
      _ = try Mending.refusals(of: AppointmentForm.fields) {
        try Appointment.transfer(
          id, to: draft, by: visit.viewer, in: visit.world, writer: writer)
      }
      try SeatTurn.follow(visit, writer)
      return .redirect(PeoplePath.person.location(person), saying: "The transfer is kept.")
    }
  }
}

extension Standing {
  /// The standings in which training goes on.
  fileprivate static let open = allCases.filter { !$0.isEnded }
}
