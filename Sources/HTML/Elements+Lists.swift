// Lists.

/// `<ul>`
package func ul(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("ul", attributes, content())
}

/// `<ol>`
package func ol(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("ol", attributes, content())
}

/// `<li>`
package func li(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("li", attributes, content())
}

/// `<dl>`
package func dl(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("dl", attributes, content())
}

/// `<dt>`
package func dt(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("dt", attributes, content())
}

/// `<dd>`
package func dd(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("dd", attributes, content())
}
