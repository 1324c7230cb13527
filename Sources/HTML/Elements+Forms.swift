// Forms and what opens and closes.

/// `<form>`
package func form(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("form", attributes, content())
}

/// `<fieldset>`
package func fieldset(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("fieldset", attributes, content())
}

/// `<legend>`
package func legend(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("legend", attributes, content())
}

/// `<label>`
package func label(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("label", attributes, content())
}

/// `<button>`
package func button(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("button", attributes, content())
}

/// `<select>`
package func select(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("select", attributes, content())
}

/// `<option>`
package func option(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("option", attributes, content())
}

/// `<textarea>`
package func textarea(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("textarea", attributes, content())
}

/// `<output>`
package func output(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("output", attributes, content())
}

/// `<progress>`
package func progress(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("progress", attributes, content())
}

/// `<details>`
package func details(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("details", attributes, content())
}

/// `<summary>`
package func summary(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("summary", attributes, content())
}

/// `<dialog>`
package func dialog(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("dialog", attributes, content())
}
