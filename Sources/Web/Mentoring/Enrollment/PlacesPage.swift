import HTML
import Kernel
import Mentoring
import SQLStore

/// How many people the viewer mentors at most, which they change without enrolling anew.
struct PlacesPage: Sendable {
  let visit: Visit
  let state: FormState
  /// How many they mentor now.
  let taken: Int

  init(_ visit: Visit, _ state: FormState, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    guard let offered = try MentorCapacity.offered(viewer: viewer, reader: reader) else {
      throw Absent()
    }
    self.visit = visit
    self.state = PersonForm.filled(state, [(EnrollmentDraft.Field.places, String(offered))])
    taken = try MentoringPair.own(viewer: viewer, reader: reader).count {
      $0.state == .active && $0.mentor == viewer.person && $0.shape != .peers
    }
  }

  var page: Page {
    Page(
      "Your places as a mentor", in: .mentoring, under: MentoringPath.crumbs,
      subtitle: "You mentor \(Figures.counted(taken, "person", "people")) now."
    ) {
      Form.of(visit, MentoringPath.places.location(), state) {
        Self.field(
          "No pair ends when you write fewer. Where no place is left you get nobody new, and "
            + "requests that wait for you lapse.", visit
        ).text(state, .named("inputmode", "numeric"), .named("size", "4"))
        Form.acts("Keep", cancel: MentoringPath.start.location())
      }
    }
  }

  /// The field, which stands in the form of enrolling too.
  static func field(_ hint: String, _ visit: Visit) -> Field {
    Field(
      EnrollmentDraft.Field.places, "How many people you mentor at most, in all mentoring programs",
      seenBy: visit.words("the {office}"), hint: hint)
  }

  /// On the page of mentoring, for whoever offers places.
  static func card(_ offered: Int?) -> HTML {
    guard let offered else { return .nothing }
    return Card.of("Your places as a mentor") {
      p { "You mentor at most \(Figures.counted(offered, "person", "people"))." }
      a(.class("btn"), .href(MentoringPath.places.location())) { "Change it" }
    }
  }
}

extension MentoringPart {
  func registerPlaces(in routes: inout Routes) {
    routes.form(MentoringPath.places, .signedIn) { visit, _, state, reader in
      try PlacesPage(visit, state, reader).page
    } change: { visit, _, fields, writer in
      try MentorCapacity.offer(
        fields[EnrollmentDraft.Field.places], by: visit.viewer, in: visit.world, writer: writer)
      return .redirect(MentoringPath.start.location(), saying: "Kept.")
    }
  }
}
