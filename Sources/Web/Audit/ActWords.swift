import Kernel

/// The acts of the audit trail in plain words, with those of the institution in braces.
enum ActWords {
  /// What an act was, as in “Role granted”; of one that is not known here, its name.
  static func of(_ act: String) -> String { known[act] ?? mentoring[act] ?? act }

  /// What an act was done to, for what is no person.
  static func of(subject kind: String) -> String {
    switch kind {
    case "institution": "The institution"
    case "program", "department", "site": "{A \(kind)}"
    case "sponsor": "A sponsor"
    case "organization": "An organization"
    case "election": "An election"
    case "handling_group": "A handling group"
    case "concern_category": "A category of concerns"
    case "wording_rule": "A rule about wording"
    case "roster-import": "An import"
    case "rollover": "A rollover"
    case "career_resource": "A career resource"
    case "mentoring_cycle": "A cycle of mentoring"
    case "mentoring_program": "A mentoring program"
    case "mentoring_instrument": "A questionnaire"
    case "mentoring_term": "A word of mentoring"
    case "job": "A job"
    case "mail": "A mail"
    default: kind
    }
  }

  /// What an entry says beside its act; names of facts, as of those that were changed, in words.
  static func detail(of entry: Audit.Entry) -> String {
    let hasNames =
      ["settings.changed", "person.added"].contains(entry.act) || entry.act.hasSuffix(".edited")
    guard hasNames else { return entry.detail }
    let names = entry.detail.split(separator: ", ").map { name in
      name.split(separator: "_").map { part in
        Settings.Word(rawValue: String(part)) == nil ? String(part) : "{\(part)}"
      }.joined(separator: " ")
    }
    return names.joined(separator: ", ")
  }

  private static let known = [
    "activity.added": "Activity added", "activity.canceled": "Activity canceled",
    "activity.edited": "Activity edited", "activity.planned": "Activity planned again",
    "administrator.link_made": "Link made for an administrator",
    "appointment.added": "Appointment added", "appointment.edited": "Appointment edited",
    "appointment.ended": "Appointment ended", "appointment.transferred": "Transferred",
    "candidate.stands": "Stands for election",
    "candidate.withdrew": "Withdrew from an election",
    "charter.overridden": "Charter published in spite of questions",
    "charter.published": "Charter published",
    "charter.questioned": "Wording of a charter questioned",
    "closed_day.added": "Closed day added", "closed_day.removed": "Closed day removed",
    "concern_category.added": "Category of concerns added",
    "concern_category.changed": "Category of concerns changed",
    "concern_category.retired": "Category of concerns retired",
    "concern_responder.ended": "Responder to concerns ended",
    "concern_responder.let_read": "Responder to concerns let read",
    "concern_responder.named": "Responder to concerns named",
    "demonstration.filled": "Demonstration filled", "department.added": "{Department} added",
    "department.renamed": "{Department} renamed", "department.removed": "{Department} removed",
    "election.announced": "Election announced", "election.begun": "Election begun",
    "election.called_off": "Election called off", "election.changed": "Election changed",
    "election.discarded": "Draft of an election thrown away",
    "election.opened": "Voting opened", "election.roll_corrected": "Correction of a roll ruled on",
    "election.uncontested": "Elected without a vote",
    "election.certified": "Result of an election certified",
    "election.closed": "Election closed and counted",
    "forum.held": "Session for {trainees} alone held",
    "guest.ended": "Access of a guest ended", "guest.let_in": "Guest let in",
    "handling_group.changed": "Handling group changed",
    "handling_group.founded": "Handling group founded",
    "identity.linked": "Way to sign in linked", "job.retried": "Job tried again",
    "link.sent": "Sign-in link mailed", "mail.retried": "Mail sent again",
    "meeting.canceled": "Meeting canceled", "meeting.held": "Meeting held",
    "meeting.planned": "Meetings planned", "minutes.approved": "Minutes approved",
    "minutes.published": "Minutes published",
    "nomination.approved": "Released for a seat", "nomination.declined": "Not released for a seat",
    "nomination.made": "Put forward for a seat", "nomination.withdrawn": "Nomination taken back",
    "officer.accepted": "Officer accepted", "officer.asked": "Someone asked to be an officer",
    "officer.ended": "Officer ended",
    "organization.closed": "Organization closed", "organization.edited": "Organization edited",
    "organization.founded": "Organization founded",
    "organization.renamed": "Organization renamed",
    "organization.reopened": "Organization opened again",
    "outside_channel.added": "Other way for concerns added",
    "outside_channel.removed": "Other way for concerns removed",
    "own_data.copied": "Copy of own data taken", "password.removed": "Password removed",
    "password.set": "Password set", "person.added": "Person added",
    "person.deactivated": "Person deactivated", "person.edited": "Person edited",
    "person.reactivated": "Person reactivated", "program.added": "{Program} added",
    "program.closed": "{Program} closed", "program.edited": "{Program} edited",
    "program.reopened": "{Program} opened again",
    "program.site_added": "Contributing {site} added",
    "program.site_ended": "Contributing {site} ended",
    "program.sponsor_changed": "Sponsor of record changed",
    "quorum.kept": "Rule of quorum changed",
    "reading_key.made": "Reading key made", "recovery_sheet.drawn": "Recovery sheet printed",
    "recovery_sheet.used": "Recovery sheet used",
    "recovery_code.used": "Recovery code used",
    "recovery_codes.made": "Recovery codes made", "requirement.added": "Requirement added",
    "requirement.ended": "Requirement ended",
    "role.continued": "Role continued", "role.ended": "Last day of a role set",
    "role.granted": "Role granted", "role.revoked": "Role ended at once",
    "rollover.done": "Rollover done", "rollover.purged": "Rollover's past removed",
    "rollover.undone": "Rollover undone",
    "roster.imported": "Roster imported", "roster.undone": "Roster import undone",
    "seat.appointed": "Appointed to a seat", "seat.deputy_named": "Deputy of a seat named",
    "seat.elected": "Elected to a seat", "seat.ended": "Seat ended by the {office}",
    "seat.placing_refused": "Refused: a person placed where others decide",
    "seat.promoted": "Alternate moved up", "seat.resigned": "Seat given up",
    "seat.vacated": "Seat ended", "seats.added": "Seats added", "seats.edited": "Seats edited",
    "seats.removed": "Seats given up",
    "second_factor.removed": "Second factor removed",
    "second_factor.set_up": "Second factor set up", "session.ended": "Signed out",
    "session.started": "Signed in", "session.opened": "Session for {trainees} alone opened by vote",
    "settings.changed": "Settings changed",
    "site.added": "{Site} added", "site.renamed": "{Site} renamed",
    "site.removed": "{Site} removed", "wording.kept": "Rule about wording kept",
    "sponsor.added": "Sponsor added", "sponsor.renamed": "Sponsor renamed",
    "sponsor.removed": "Sponsor removed",
  ]
}
