// The parts of a page.

/// `<html>`
package func html(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("html", attributes, content())
}

/// `<head>`
package func head(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("head", attributes, content())
}

/// `<title>`
package func title(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("title", attributes, content())
}

/// `<body>`
package func body(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("body", attributes, content())
}

/// `<header>`
package func header(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("header", attributes, content())
}

/// `<nav>`
package func nav(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("nav", attributes, content())
}

/// `<main>`
package func main(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("main", attributes, content())
}

/// `<section>`
package func section(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("section", attributes, content())
}

/// `<article>`
package func article(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("article", attributes, content())
}

/// `<aside>`
package func aside(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("aside", attributes, content())
}

/// `<footer>`
package func footer(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("footer", attributes, content())
}

/// `<h1>`
package func h1(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("h1", attributes, content())
}

/// `<h2>`
package func h2(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("h2", attributes, content())
}

/// `<h3>`
package func h3(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("h3", attributes, content())
}

/// `<h4>`
package func h4(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("h4", attributes, content())
}

/// `<div>`
package func div(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("div", attributes, content())
}
