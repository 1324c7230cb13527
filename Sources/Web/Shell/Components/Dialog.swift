import HTML

/// A question in front of a page; its link leads to a page that asks the same without script.
enum Dialog {
  /// The link that opens a dialog of the page.
  static func link(_ label: String, opens id: String, otherwise page: Location) -> HTML {
    a(.class("btn"), .href(page), .named("data-dialog", id)) { label }
  }

  static func of(_ id: String, _ heading: String, @HTMLBuilder content: () -> HTML) -> HTML {
    dialog(.id(id), .aria(.labelledby, id + "-heading")) {
      h2(.id(id + "-heading")) { heading }
      content()
    }
  }
}
