import CPango

/// A text in lines, each centered.
final class TextBlock {
  private let layout: OpaquePointer
  let width: Double
  let ink: Ink
  /// What the letters cover, from the upper left corner of the block.
  let covered: Box
  let height: Double
  /// How far the first line stands below the block's upper edge, where marks are piled above it.
  private let lowered: Double

  /// Takes over a layout of pango's.
  init(_ layout: OpaquePointer, ink: Ink, width: Double) {
    self.layout = layout
    self.width = width
    self.ink = ink
    var covered = PangoRectangle()
    var lines = PangoRectangle()
    pango_layout_get_extents(layout, &covered, &lines)
    let letters = Box(covered)
    let room = Box(lines)
    // Letters may reach beyond their lines: piled marks, and scripts that hang from the line.
    lowered = max(0, room.y - letters.y)
    height = max(room.bottom, letters.bottom) + lowered
    self.covered = letters.moved(x: 0, y: lowered)
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

  /// How many lines it has.
  var lines: Int { Int(pango_layout_get_line_count(layout)) }

  /// How many letters no font of this machine has.
  var unknownLetters: Int { Int(pango_layout_get_unknown_glyphs_count(layout)) }

  /// Draws it with its upper left corner at a place.
  func draw(on file: PDFFile, x: Double, y: Double) {
    cairo_set_source_rgb(file.drawing, ink.red, ink.green, ink.blue)
    cairo_move_to(file.drawing, x, y + lowered)
    pango_cairo_show_layout(file.drawing, layout)
  }
}

extension Box {
  /// A rectangle of pango's in points.
  fileprivate init(_ rectangle: PangoRectangle) {
    let unit = Double(cpango_units_of_a_point)
    self.init(
      x: Double(rectangle.x) / unit, y: Double(rectangle.y) / unit,
      width: Double(rectangle.width) / unit, height: Double(rectangle.height) / unit)
  }
}
