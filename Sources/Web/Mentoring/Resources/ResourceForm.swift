import HTML
import Kernel
import Mentoring
import Roster
import SQLStore

/// Adding a career resource, or changing one.
struct ResourceForm: Sendable {
  let visit: Visit
  /// The one that is changed; nil to add one.
  let resource: CareerResource?
  let departments: [(value: String, label: String)]
  let state: FormState

  private typealias Name = CareerResourceDraft.Field

  init(
    _ id: ID<CareerResource>?, _ visit: Visit, _ state: FormState, _ reader: any SQLReader
  ) throws {
    let viewer = visit.viewer
    self.visit = visit
    let keeper = try ResourceKeeper(viewer, reader)
    guard keeper.keepsSome else { throw Absent() }
    let resource = try id.map { try CareerResource.toKeep($0, viewer, reader).0 }
    self.resource = resource
    let isForReview = resource?.isForReview(by: keeper, on: viewer.today) == true
    let office = keeper.keepsAll ? [(value: "", label: visit.words("The {office}"))] : []
    departments =
      try office
      + PlaceChoice.departments(viewer: viewer, reader: reader)
      .filter { keeper.keeps(of: DepartmentID(given: $0.id)) }.map { ($0.id, $0.name) }
    // Whoever looks it over says when the next one does.
    let day = isForReview ? nil : resource?.reviewOn
    let next = (Name.reviewOn, (day ?? viewer.today.adding(months: 12)).text)
    self.state = PersonForm.filled(state, [next] + (resource.map(Self.fields) ?? []))
  }

  var page: Page {
    Page(
      resource.map { "Edit “\($0.title)”" } ?? "Add a career resource", in: .mentoring,
      under: MentoringPath.crumbs + [
        Page.Breadcrumb("Career resources", MentoringPath.resources.location())
      ]
    ) {
      if let resource, isStale(resource) {
        Card.of("As it is now: “\(resource.title)”") {
          if resource.isRetired { p { "It was taken away. Bring it back before you change it." } }
          ResourceText.of(resource, visit)
          p { "To be looked over by \(When.day(resource.reviewOn))." }
        }
      }
      Form.of(visit, action, state) {
        if let resource {
          let read = Self.read(resource)
          input(.type("hidden"), .name(read.name), .value(read.value))
        }
        Field(Name.title, "Title", seenBy: everybody).text(state)
        Field(Name.summary, "What it is about", seenBy: everybody).lines(state)
        Field(
          Name.place, "Where it is", seenBy: everybody,
          hint: "An address that begins with https:// becomes a link.", isOptional: true
        ).text(state)
        audiences
        Field(Name.department, "Who answers for it").choice(state, departments)
        Field(
          Name.reviewOn, "To be looked over by",
          hint: "Whoever answers for it is told two weeks before."
        ).text(state, type: "date")
        Form.acts(
          resource == nil ? "Add it" : "Save", cancel: MentoringPath.resources.location())
      }
    }
  }

  private let everybody = "everyone who signs in"

  private var action: Location {
    resource.map { MentoringPath.changeResource.location($0.id) }
      ?? MentoringPath.addResource.location()
  }

  private var audiences: HTML {
    fieldset(.class("field"), .id(Name.audience)) {
      legend { "For whom it is" }
      let wrong = state.problems.of(Name.audience)
      if !wrong.isEmpty { p(.class("error")) { wrong.joined(separator: " ") } }
      for audience in CareerResource.Audience.allCases {
        let name = Name.audience + audience.rawValue
        Tick.of(
          name, value: Name.yes, visit.words(ResourceWords.audience(audience)),
          isOn: state.fields[name] == Name.yes)
      }
    }
  }

  /// Whether it is not any more what was read before it was changed here.
  private func isStale(_ one: CareerResource) -> Bool {
    let read = state.fields[Self.readField]
    return one.isRetired || !read.isEmpty && read != String(one.revision)
  }

  /// The field out of sight that says which version was read.
  static func read(_ one: CareerResource) -> (name: String, value: String) {
    (readField, String(one.revision))
  }

  /// The version that was read.
  static func read(_ fields: FormFields) throws -> Int {
    guard let read = Int(fields[readField]) else {
      throw Problems(field: nil, "Open the resource again, and read it first.")
    }
    return read
  }

  private static let readField = "read"

  private static func fields(of one: CareerResource) -> [(name: String, value: String)] {
    [
      (Name.title, one.title), (Name.summary, one.summary), (Name.place, one.place),
      (Name.department, one.department?.text ?? ""),
    ] + one.audiences.map { (Name.audience + $0.rawValue, Name.yes) }
  }
}
