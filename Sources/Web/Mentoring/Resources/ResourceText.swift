import HTML
import Kernel
import Mentoring

/// What stands of a career resource on a page.
enum ResourceText {
  static func of(_ one: CareerResource, _ visit: Visit) -> HTML {
    .group([
      p {
        for audience in CareerResource.Audience.allCases where one.audiences.contains(audience) {
          Badge.of(visit.words(ResourceWords.audience(audience)))
          " "
        }
      },
      LinkedText.of(one.summary),
      one.place.isEmpty ? .nothing : LinkedText.of(one.place),
      p(.class("soft")) { ResourceWords.origin(one, visit) },
    ])
  }
}
