// Tables.

/// `<table>`
package func table(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("table", attributes, content())
}

/// `<caption>`
package func caption(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("caption", attributes, content())
}

/// `<thead>`
package func thead(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("thead", attributes, content())
}

/// `<tbody>`
package func tbody(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("tbody", attributes, content())
}

/// `<tfoot>`
package func tfoot(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("tfoot", attributes, content())
}

/// `<tr>`
package func tr(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("tr", attributes, content())
}

/// `<th>`
package func th(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("th", attributes, content())
}

/// `<td>`
package func td(
  _ attributes: Attribute..., @HTMLBuilder content: () -> HTML = { .nothing }
) -> HTML {
  .element("td", attributes, content())
}
