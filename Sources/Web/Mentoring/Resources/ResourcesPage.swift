import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// What helps with a career, for everybody signed in; those who keep a resource change it here.
struct ResourcesPage: Sendable {
  let visit: Visit
  let all: [CareerResource]
  let keeper: ResourceKeeper
  let shelf: ResourceShelf
  let part: ListPart<CareerResource>

  /// How many are on a page.
  private static let size = 20

  init(_ visit: Visit, _ reader: any SQLReader) throws {
    let viewer = visit.viewer
    self.visit = visit
    all = try CareerResource.all(viewer: viewer, reader: reader)
    let keeper = try ResourceKeeper(viewer, reader)
    let asked = ResourceShelf(visit.query["for"])
    let own = asked.flatMap { ResourceShelf.all(for: keeper).contains($0) ? $0 : nil }
    let shelf = try own ?? ResourceShelf.usual(visit, reader)
    let listed = all.filter { shelf.has($0, keeper, on: viewer.today) }
    let place = listed.firstIndex { $0.id.text == visit.query["at"] }
    part = ListPart(
      listed, from: place.map { String($0 / Self.size * Self.size) } ?? visit.query["from"],
      size: Self.size)
    (self.keeper, self.shelf) = (keeper, shelf)
  }

  /// The page of a shelf on which one stands.
  static func location(
    showing id: ID<CareerResource>, on shelf: ResourceShelf = .all
  ) -> Location {
    MentoringPath.resources.location([("for", shelf.word), ("at", id.text)], fragment: id.text)
  }

  var page: Page {
    Page(
      "Career resources", in: .mentoring, under: MentoringPath.crumbs,
      subtitle: visit.words(
        "From the {departments} and the {office}. Each is looked over from time to time."),
      actions: actions
    ) {
      tabs
      if part.shown.isEmpty { none }
      for one in part.shown { card(one) }
      part.pager { location(shelf, from: $0) }
      if !all.isEmpty {
        p { a(.href(MentoringPath.resourcesFile.location())) { "Download all as CSV" } }
      }
    }
  }

  private var actions: HTML {
    guard keeper.keepsSome else { return .nothing }
    return a(.class("btn primary"), .href(MentoringPath.addResource.location())) {
      "Add a resource"
    }
  }

  private var tabs: HTML {
    Tabs.of(
      ResourceShelf.all(for: keeper).map { one in
        let count = all.count { one.has($0, keeper, on: visit.viewer.today) }
        return Tabs.Tab(
          "\(visit.words(one.label)) (\(count))", location(one), isCurrent: one == shelf)
      }, label: "For whom")
  }

  private var none: HTML {
    switch shelf {
    case .review:
      EmptyState.of("Nothing waits to be looked over", "You are told when it does.", isDone: true)
    case .retired: EmptyState.of("Nothing was taken away", "What you take away stands here.")
    case .audience, .all:
      EmptyState.of(
        "Nothing here yet", visit.words("The {departments} and the {office} add what helps."))
    }
  }

  private func location(_ shelf: ResourceShelf, from: Int = 0) -> Location {
    MentoringPath.resources.location(
      [("for", shelf.word)] + (from > 0 ? [("from", String(from))] : []))
  }

  private func card(_ one: CareerResource) -> HTML {
    HTML.element(
      "section", [.class("card"), .id(one.id.text)],
      [
        h2(.named("dir", "auto")) { one.title },
        ResourceText.of(one, visit),
        keeper.keeps(of: one.department) ? acts(one) : .nothing,
      ])
  }

  @HTMLBuilder private func acts(_ one: CareerResource) -> HTML {
    let read = ResourceForm.read(one)
    if !one.isRetired, one.isForReview(by: keeper, on: visit.viewer.today) {
      NoticeBox.of(.warn, "Is it still right? To be looked over by \(When.day(one.reviewOn)).")
    }
    div(.class("acts")) {
      if one.isRetired {
        Form.button(
          visit, .init("Bring it back", of: one.title),
          MentoringPath.bringResourceBack.location(one.id), hidden: [read])
      } else {
        a(.class("btn"), .href(MentoringPath.changeResource.location(one.id))) {
          "Edit"
          span(.class("vh")) { " “\(one.title)”" }
        }
        Form.button(
          visit, .init("It is still right", of: one.title),
          MentoringPath.reviewResource.location(one.id), hidden: [read])
        Form.button(
          visit, .init("Take it away", of: one.title),
          MentoringPath.retireResource.location(one.id),
          style: "btn quiet", hidden: [read])
      }
    }
  }
}
