import Councils
import HTML
import Kernel
import SQLStore

/// The form for planning a meeting, or changing what is planned.
struct MeetingForm: Sendable {
  let visit: Visit
  let organization: Organization
  /// Nil for a new one.
  let meeting: Meeting?
  /// Whether the reader may plan what is for trainees alone.
  let isAdmitted: Bool
  let action: Location

  func markup(_ state: FormState) -> HTML {
    let readers = MeetingWords.readers(
      isTraineesOnly: meeting?.isTraineesOnly ?? false, organization, visit)
    return Form.of(visit, action, state) {
      Field(MeetingDraft.Field.title, "Title", seenBy: readers).text(state)
      Field(MeetingDraft.Field.day, "Day").text(state, type: "date")
      Field(
        MeetingDraft.Field.clock, "Begins at", hint: "By the clock of \(zone), as in 17:30."
      ).text(state, type: "time")
      Field(MeetingDraft.Field.minutes, "Minutes", hint: "How long it lasts.")
        .text(state, .named("inputmode", "numeric"))
      Field(MeetingDraft.Field.place, "Place", seenBy: readers, isOptional: true).text(state)
      Field(
        MeetingDraft.Field.link, "Address online", seenBy: readers,
        hint: "The whole address, which begins with https://.", isOptional: true
      ).text(state, type: "url")
      if meeting == nil { series(state) }
      if meeting == nil, isAdmitted { closed(state) }
      Form.acts("Save", cancel: MeetingPath.list.location(organization.id))
    }
  }

  private var zone: String {
    (meeting?.zoneName ?? visit.settings.timeZoneName).replacing("_", with: " ")
  }

  @HTMLBuilder private func series(_ state: FormState) -> HTML {
    Field(MeetingDraft.Field.recurrence, "How often").choice(
      state,
      [
        (MeetingDraft.Field.once, "Once"), (Recurrence.weekly.rawValue, "Every week"),
        (
          Recurrence.monthly.rawValue,
          "Every month, on the same weekday, such as the second Tuesday"
        ),
      ])
    Field(
      MeetingDraft.Field.until, "Last day of the series", hint: "Not needed for a single meeting.",
      isOptional: true
    ).text(state, type: "date")
  }

  private func closed(_ state: FormState) -> HTML {
    fieldset(.class("field")) {
      legend { visit.words("For {trainees} alone") }
      Tick.of(
        MeetingDraft.Field.isTraineesOnly, visit.words("Only {trainees} without a role find it"),
        hint: visit.words(
          "The {office}, faculty and the official do not learn that it is planned."),
        isOn: state.fields[MeetingDraft.Field.isTraineesOnly] == OrganizationDraft.Field.yes)
      MeetingWords.honesty(visit)
    }
  }
}

/// The forms inside a meeting: an item, a decision, an action.
enum MeetingForms {
  static func item(_ seen: SeenMeeting, _ visit: Visit, _ state: FormState) -> Page {
    MeetingFrame.page("Put something on the agenda", of: seen) {
      Form.of(visit, MeetingPath.addItem.location(seen.meeting.id), state) {
        Field(
          AgendaDraft.Field.title, "What to talk about", seenBy: MeetingWords.readers(seen, visit)
        ).text(state)
        Field(AgendaDraft.Field.details, "More about it", isOptional: true).lines(state)
        Field(
          AgendaDraft.Field.minutes, "Minutes", hint: "How long it may take.", isOptional: true
        ).text(state, .named("inputmode", "numeric"))
        closed(AgendaDraft.Field.isTraineesOnly, seen, visit, state)
        Form.acts("Add it", cancel: MeetingPath.meeting.location(seen.meeting.id))
      }
    }
  }

  static func decision(
    _ seen: SeenMeeting, _ quorum: Quorum, _ visit: Visit, _ state: FormState
  ) -> Page {
    MeetingFrame.page(
      "Write a decision down", of: seen,
      subtitle: "It stays as you save it. Without a quorum at that moment it is void for ever."
    ) {
      if quorum.isMet {
        p { MeetingWords.quorum(quorum) }
      } else {
        NoticeBox.of(.warn, heading: "There is no quorum now") {
          p { MeetingWords.quorum(quorum) + " Check in those who are here first." }
        }
      }
      Form.of(visit, MeetingPath.decide.location(seen.meeting.id), state) {
        Field(
          DecisionDraft.Field.wording, "What was decided",
          seenBy: MeetingWords.readers(seen, visit)
        ).lines(state)
        votes(state)
        closed(DecisionDraft.Field.isTraineesOnly, seen, visit, state)
        Form.acts("Save", cancel: MeetingPath.meeting.location(seen.meeting.id))
      }
    }
  }

  static func opening(_ seen: SeenMeeting, _ visit: Visit, _ state: FormState) -> Page {
    MeetingFrame.page(
      "Open this session", of: seen,
      subtitle: "Its title, time and place are then read by "
        + MeetingWords.readers(isTraineesOnly: false, seen.organization, visit) + "."
    ) {
      p {
        visit.words(
          "Those who are here vote, with a quorum and more for it than against. Where no seat "
            + "votes, more than half of those who are here have to be for it. What was said, "
            + "decided and written before stays among the {trainees}. Who is here is then read as "
            + "of any meeting: seat by seat, and of others the number.")
      }
      Form.of(visit, MeetingPath.open.location(seen.meeting.id), state) {
        votes(state)
        Form.acts("Open it", cancel: MeetingPath.meeting.location(seen.meeting.id))
      }
    }
  }

  static func action(
    _ seen: SeenMeeting, _ owners: [(id: PersonID, name: String)], _ visit: Visit,
    _ state: FormState
  ) -> Page {
    MeetingFrame.page(
      "Give someone something to do", of: seen,
      subtitle: "It comes up in every meeting until it is done."
    ) {
      Form.of(visit, MeetingPath.addAction.location(seen.meeting.id), state) {
        Field(
          ActionItem.Field.title, "What is to be done", seenBy: MeetingWords.readers(seen, visit)
        ).text(state)
        Field(
          ActionItem.Field.owner, "Who does it",
          hint: "Officers and those in a seat; others are not named."
        ).choice(state, [("", "Choose")] + owners.map { ($0.id.text, $0.name) })
        Field(ActionItem.Field.dueOn, "Until").text(state, type: "date")
        closed(ActionItem.Field.isTraineesOnly, seen, visit, state)
        Form.acts("Save", cancel: MeetingPath.meeting.location(seen.meeting.id))
      }
    }
  }

  @HTMLBuilder private static func votes(_ state: FormState) -> HTML {
    for (name, label) in [
      (DecisionDraft.Field.inFavor, "Votes for"), (DecisionDraft.Field.against, "Votes against"),
      (DecisionDraft.Field.abstained, "Abstained"),
    ] {
      Field(name, label).text(state, .named("inputmode", "numeric"))
    }
  }

  @HTMLBuilder private static func closed(
    _ name: String, _ seen: SeenMeeting, _ visit: Visit, _ state: FormState
  ) -> HTML {
    if seen.isAdmitted, !seen.meeting.isTraineesOnly {
      Tick.of(
        name, visit.words("Only for {trainees}"),
        hint: visit.words(
          "Nobody else reads it: not the {office}, faculty or the official, also as officers."),
        isOn: state.fields[name] == OrganizationDraft.Field.yes)
    }
  }
}
