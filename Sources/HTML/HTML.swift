/// Markup as a value: text and attributes are escaped by construction.
///
/// Only a constant of the source can become markup as it stands (``constant(_:)``), so nothing that
/// a person typed ever does.
package enum HTML: Sendable {
  /// No output.
  case nothing
  /// Text, escaped when rendered.
  case text(String)
  /// Markup of the source, rendered as it stands.
  case constant(StaticString)
  /// Children in a row, without an element around them.
  case group([HTML])
  /// An element with its attributes and children.
  case element(StaticString, [Attribute], [HTML])
  /// An element that never has children, such as `<input>`.
  case void(StaticString, [Attribute])
}

extension HTML: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self = .text(value)
  }
}

/// Collects the children of an element.
@resultBuilder
package enum HTMLBuilder {
  package static func buildExpression(_ markup: HTML) -> HTML { markup }

  package static func buildExpression(_ text: String) -> HTML { .text(text) }

  package static func buildBlock() -> HTML { .nothing }

  package static func buildBlock(_ only: HTML) -> HTML { only }

  package static func buildBlock(_ children: HTML...) -> HTML { .group(children) }

  package static func buildOptional(_ markup: HTML?) -> HTML { markup ?? .nothing }

  package static func buildEither(first markup: HTML) -> HTML { markup }

  package static func buildEither(second markup: HTML) -> HTML { markup }

  package static func buildArray(_ children: [HTML]) -> HTML { .group(children) }
}
