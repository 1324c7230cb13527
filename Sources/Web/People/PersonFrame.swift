import HTML
import Kernel
import Roster
import SQLStore

/// What stands around each page of a person: the name, the tabs, the way back.
struct PersonFrame: Sendable {
  let visit: Visit
  let profile: PersonProfile

  /// The pages of a person beside each other.
  enum Tab: String, Sendable, CaseIterable {
    case overview = "Overview"
    case record = "Record"
    case roles = "Roles"
  }

  init(_ person: PersonID, _ visit: Visit, _ reader: any SQLReader) throws {
    self.visit = visit
    self.profile = try Person.profile(person, viewer: visit.viewer, reader: reader)
  }

  var person: PersonID { profile.entry.person }

  /// Whether the page is about the person who looks.
  var isOwn: Bool { visit.viewer.person == person }

  /// One of the tabs.
  func page(_ tab: Tab, actions: HTML = .nothing, @HTMLBuilder body: () -> HTML) -> Page {
    Page(
      profile.entry.name, in: .people,
      under: [.init("People", PeoplePath.people.location())],
      subtitle: PersonWords.line(profile.entry, visit.words), actions: actions
    ) {
      if profile.isDeactivated {
        NoticeBox.of(.warn, "This person is deactivated: they cannot sign in.")
      }
      Tabs.of(tabs(tab), label: "Person")
      body()
    }
  }

  /// A page below the person's own.
  func page(
    below title: String, subtitle: String? = nil, @HTMLBuilder body: () -> HTML
  ) -> Page {
    Page(
      title, in: .people,
      under: [
        .init("People", PeoplePath.people.location()),
        .init(profile.entry.name, PeoplePath.person.location(person)),
      ],
      subtitle: subtitle, body: body)
  }

  private func tabs(_ current: Tab) -> [Tabs.Tab] {
    Tab.allCases.filter { $0 != .record || profile.mayOpenRecord }.map { tab in
      Tabs.Tab(tab.rawValue, location(tab), isCurrent: tab == current)
    }
  }

  private func location(_ tab: Tab) -> Location {
    switch tab {
    case .overview: PeoplePath.person.location(person)
    case .record: PeoplePath.record.location(person)
    case .roles: RolePath.ofPerson.location(person)
    }
  }
}
