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
