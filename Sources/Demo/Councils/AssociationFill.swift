import Councils
import Kernel
import Roster
import SQLStore

/// Fills an association with members, officers, a forum and activities.
struct AssociationFill {
  let hospital: FictionalHospital
  let id: OrganizationID
  let capacities: [Capacity]
  let world: World
  let writer: any SQLWriter

  /// How many join of each hundred who may.
  private static let share = 7

  /// Does it; whoever looks after the association is the first who joined.
  func fill(_ chance: inout Chance, by office: Viewer) throws {
    let members = try join(&chance)
    guard let president = members.first else { return }
    try lead(president, by: office)
    try talk(members)
    try act(president)
  }

  private func viewer(_ person: PersonID, on day: Day, hour: Int = 18) -> Viewer {
    Viewer(person: person, grants: [], now: day.moment(hour: hour), today: day)
  }

  /// Some of everybody; those whom the demonstration offers join by themselves, if they like.
  private func join(_ chance: inout Chance) throws -> [PersonID] {
    let here = Set(hospital.currentAppointments.map(\.person))
    let offered = Set(hospital.cast.values)
    var joining: [PersonID] = []
    for capacity in capacities {
      let people = hospital.active(capacity).map(\.id)
        .filter { !offered.contains($0) && (capacity != .trainee || here.contains($0)) }
      joining += people.filter { _ in chance.below(100) < Self.share }
    }
    var members: [PersonID] = []
    for person in joining where !members.contains(person) {
      let day = hospital.opened.adding(days: chance.within(70...400))
      let viewer = viewer(person, on: min(day, hospital.today.adding(days: -2)))
      try Membership.join(id, by: viewer, in: world, to: writer)
      let choices: [Membership.Visibility] = [.nobody, .nobody, .nobody, .members, .everyone]
      try Membership.show(id, to: chance.pick(choices), by: viewer, writer: writer)
      members.append(person)
    }
    return members
  }

  private func lead(_ president: PersonID, by office: Viewer) throws {
    let officer = try Officer.ask(
      OfficerDraft(person: president, title: "President", startsOn: office.today), in: id,
      by: office, at: world, writer: writer)
    try Officer.accept(
      officer, by: viewer(president, on: office.today), writer: writer)
  }

  private func talk(_ members: [PersonID]) throws {
    let (day, president) = (hospital.today.adding(days: -9), members[0])
    _ = try ForumPost.begin(
      ForumDraft(
        title: "Dinner on the first Thursday",
        content: "We meet at seven in the residents' lounge. Bring whom you like.",
        isAnnouncement: true), in: id, by: viewer(president, on: day), at: world, writer: writer)
    guard members.count > 2 else { return }
    let thread = try ForumPost.begin(
      ForumDraft(
        title: "Quiet rooms at night",
        content: "Which floors have one that is really quiet? I have only found the sixth."),
      in: id, by: viewer(members[1], on: day.adding(days: 2)), at: world, writer: writer)
    _ = try ForumPost.reply(
      "The third, behind the library. The door sticks.", to: thread,
      by: viewer(members[2], on: day.adding(days: 3)), at: world, writer: writer)
  }

  private func act(_ president: PersonID) throws {
    let viewer = viewer(president, on: hospital.today.adding(days: -6))
    let drafts = [
      ActivityDraft(
        kind: .service, title: "Blood pressure at the Saturday market",
        partners: "Ellery Bay Food Bank", day: hospital.today.adding(days: -4),
        planned: Quarters(count: 16)),
      ActivityDraft(
        kind: .recruitment, title: "Evening with applicants",
        day: hospital.today.adding(days: 12), planned: Quarters(count: 8)),
    ]
    for draft in drafts {
      _ = try Activity.add(draft, in: id, by: viewer, at: world, writer: writer)
    }
  }
}
