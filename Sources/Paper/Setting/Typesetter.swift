import CPango

/// Sets text with the fonts of this machine, for one page.
///
/// It has a map of fonts of its own: what stood on an earlier page has no effect on this one.
final class Typesetter {
  private let map: OpaquePointer
  private let context: OpaquePointer
  /// No hyphens where a word is broken: a name or an address would read as another one.
  private let attributes: OpaquePointer
  private let language: String

  /// A setter for a page, in a language.
  init(for file: PDFFile, language: String) {
    self.language = language
    attributes = pango_attr_list_new()
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
    map = pango_cairo_font_map_new()
    context = pango_font_map_create_context(map)
    // As on paper, not as on the dots of a screen.
    pango_cairo_update_context(file.drawing, context)
    pango_context_set_round_glyph_positions(context, 0)
    // Otherwise the environment of the process would choose.
    pango_context_set_language(context, pango_language_from_string(language))
  }

  deinit {
    pango_attr_list_unref(attributes)
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(UnsafeMutableRawPointer(map))
  }

  /// Whether some font of this machine has the letters of a text.
  func knows(_ text: String) -> Bool {
    block(text, .paragraph, width: 100).unknownLetters == 0
  }

  /// Sets a text in as few lines as a width allows, all of about one length: a last line of one
  /// word looks like a leftover.
  func evenBlock(_ text: String, _ style: TextStyle, width: Double) -> TextBlock {
    var even = block(text, style, width: width)
    let lines = even.lines
    for share in stride(from: 0.95, through: 0.55, by: -0.05) where lines > 1 {
      let narrower = block(text, style, width: width * share)
      guard narrower.lines == lines else { break }
      even = narrower
    }
    return even
  }

  /// Sets a text in lines of a width.
  func block(_ text: String, _ style: TextStyle, width: Double) -> TextBlock {
    let layout = pango_layout_new(context)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
    pango_layout_set_width(layout, Int32(width * Double(cpango_units_of_a_point)))
    pango_layout_set_wrap(layout, UInt32(cpango_wrap_word_or_letter))
    pango_layout_set_alignment(layout, UInt32(cpango_align_center))
    pango_layout_set_attributes(layout, attributes)
    let font = pango_font_description_new()
    defer { pango_font_description_free(font) }
    pango_font_description_set_family(font, style.face.families(for: language))
    pango_font_description_set_absolute_size(
      font, style.points * Double(cpango_units_of_a_point))
    if style.isItalic { pango_font_description_set_style(font, UInt32(cpango_style_italic)) }
    pango_layout_set_font_description(layout, font)
    return TextBlock(layout, ink: style.ink, width: width)
  }
}
