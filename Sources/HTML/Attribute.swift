/// An attribute of an element; its value is escaped when rendered.
package struct Attribute: Sendable {
  /// What stands behind the name.
  enum Value: Sendable {
    case text(String)
    case constant(StaticString)
    case gap(Gap)
    case present
    case absent
  }

  let name: StaticString
  let value: Value

  init(_ name: StaticString, _ value: Value) {
    self.name = name
    self.value = value
  }

  /// An attribute that has no function of its own below.
  package static func named(_ name: StaticString, _ value: String) -> Attribute {
    Attribute(name, .text(value))
  }

  /// A truth attribute such as `required`: present or absent.
  package static func flag(_ name: StaticString, _ present: Bool = true) -> Attribute {
    Attribute(name, present ? .present : .absent)
  }

  /// An attribute that is left out where there is no value.
  package static func optional(_ name: StaticString, _ value: String?) -> Attribute {
    Attribute(name, value.map { .text($0) } ?? .absent)
  }
}

extension Attribute {
  /// The classes of an element, constants of the source.
  package static func `class`(_ names: StaticString) -> Attribute {
    Attribute("class", .constant(names))
  }

  /// The classes of an element where they are put together.
  package static func classes(_ names: String...) -> Attribute {
    Attribute("class", .text(names.filter { !$0.isEmpty }.joined(separator: " ")))
  }

  /// The element's identifier in the page.
  package static func id(_ id: String) -> Attribute { named("id", id) }

  /// Where a link leads.
  package static func href(_ location: Location) -> Attribute { named("href", location.text) }

  /// Where a resource comes from.
  package static func src(_ location: Location) -> Attribute { named("src", location.text) }

  /// Where a form is sent.
  package static func action(_ location: Location) -> Attribute {
    named("action", location.text)
  }

  /// Where a button sends its form instead.
  package static func formAction(_ location: Location) -> Attribute {
    named("formaction", location.text)
  }

  /// How a form is sent.
  package static func method(_ method: StaticString) -> Attribute {
    Attribute("method", .constant(method))
  }

  /// The field's name in what is sent.
  package static func name(_ name: String) -> Attribute { named("name", name) }

  /// The kind of a field or button.
  package static func type(_ type: StaticString) -> Attribute {
    Attribute("type", .constant(type))
  }

  /// What a field holds.
  package static func value(_ value: String) -> Attribute { named("value", value) }

  /// The field that a label names.
  package static func `for`(_ id: String) -> Attribute { named("for", id) }

  /// The role for assistive technology.
  package static func role(_ role: StaticString) -> Attribute {
    Attribute("role", .constant(role))
  }

  /// A property or state for assistive technology, without the `aria-` in front.
  package static func aria(_ property: AriaProperty, _ value: String) -> Attribute {
    named(property.attribute, value)
  }

  /// The language of the content, as in `ar`.
  package static func lang(_ tag: String) -> Attribute { named("lang", tag) }
}

/// The properties of WAI-ARIA that the pages use.
package enum AriaProperty: Sendable {
  case label, labelledby, describedby, current, hidden, live, sort, expanded, controls, invalid
  case haspopup, busy

  var attribute: StaticString {
    switch self {
    case .label: "aria-label"
    case .labelledby: "aria-labelledby"
    case .describedby: "aria-describedby"
    case .current: "aria-current"
    case .hidden: "aria-hidden"
    case .live: "aria-live"
    case .sort: "aria-sort"
    case .expanded: "aria-expanded"
    case .controls: "aria-controls"
    case .invalid: "aria-invalid"
    case .haspopup: "aria-haspopup"
    case .busy: "aria-busy"
    }
  }
}
