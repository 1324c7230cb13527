// Elements that never have children.

/// `<input>`
package func input(_ attributes: Attribute...) -> HTML {
  .void("input", attributes)
}

/// `<br>`
package func br(_ attributes: Attribute...) -> HTML {
  .void("br", attributes)
}

/// `<hr>`
package func hr(_ attributes: Attribute...) -> HTML {
  .void("hr", attributes)
}

/// `<img>`
package func img(_ attributes: Attribute...) -> HTML {
  .void("img", attributes)
}

/// `<link>`
package func link(_ attributes: Attribute...) -> HTML {
  .void("link", attributes)
}

/// `<meta>`
package func meta(_ attributes: Attribute...) -> HTML {
  .void("meta", attributes)
}

/// `<wbr>`
package func wbr() -> HTML { .constant("<wbr>") }
