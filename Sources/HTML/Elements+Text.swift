// Words and phrases.

/// `<p>`
package func p(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("p", attributes, content())
}

/// `<a>`
package func a(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("a", attributes, content())
}

/// `<span>`
package func span(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("span", attributes, content())
}

/// `<strong>`
package func strong(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("strong", attributes, content())
}

/// `<em>`
package func em(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("em", attributes, content())
}

/// `<small>`
package func small(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("small", attributes, content())
}

/// `<code>`
package func code(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("code", attributes, content())
}

/// `<pre>`
package func pre(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("pre", attributes, content())
}

/// `<time>`
package func time(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("time", attributes, content())
}

/// `<mark>`
package func mark(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("mark", attributes, content())
}

/// `<abbr>`
package func abbr(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("abbr", attributes, content())
}

/// `<del>`
package func del(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("del", attributes, content())
}

/// `<ins>`
package func ins(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("ins", attributes, content())
}

/// `<blockquote>`
package func blockquote(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("blockquote", attributes, content())
}

/// `<cite>`
package func cite(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("cite", attributes, content())
}

/// `<kbd>`
package func kbd(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("kbd", attributes, content())
}

/// `<b>`
package func b(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("b", attributes, content())
}

/// `<bdi>`: a name whose direction is its own.
package func bdi(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("bdi", attributes, content())
}
