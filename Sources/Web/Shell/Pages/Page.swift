package import HTML

/// What a page says of itself; the layout puts header, navigation and footer around it.
package struct Page: Sendable {
  /// The title in the browser, and the page's only `<h1>`.
  package let title: String
  /// The navigation item that the page belongs to.
  package let section: Section?
  /// Everything inside `<main>` below the title.
  package let body: HTML
  /// The status of the answer.
  package var status: Int
  /// Links from the institution down to the page.
  package let breadcrumbs: [Breadcrumb]
  /// A sentence under the title.
  package let subtitle: String?
  /// Buttons and links beside the title.
  package let actions: HTML

  /// A link above the title.
  package struct Breadcrumb: Sendable {
    package let label: String
    package let location: Location

    package init(_ label: String, _ location: Location) {
      self.label = label
      self.location = location
    }
  }

  /// A page of the site; its body is made at once.
  package init(
    _ title: String, in section: Section? = nil, under breadcrumbs: [Breadcrumb] = [],
    subtitle: String? = nil, status: Int = 200, actions: HTML = .nothing,
    @HTMLBuilder body: () -> HTML
  ) {
    self.title = title
    self.section = section
    self.breadcrumbs = breadcrumbs
    self.subtitle = subtitle
    self.status = status
    self.actions = actions
    self.body = body()
  }
}
