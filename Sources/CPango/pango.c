// The functions of pango that Paper calls, each passed on to the library when it is called.
#include "libraries.h"
#include "shim.h"

PangoFontDescription *pango_font_description_new(void) {
  PANGO(pango_font_description_new);
  return function();
}

void pango_font_description_set_family(PangoFontDescription *font, const char *families) {
  PANGO(pango_font_description_set_family);
  function(font, families);
}

void pango_font_description_set_style(PangoFontDescription *font, unsigned style) {
  PANGO(pango_font_description_set_style);
  function(font, style);
}

void pango_font_description_set_absolute_size(PangoFontDescription *font, double units) {
  PANGO(pango_font_description_set_absolute_size);
  function(font, units);
}

void pango_font_description_free(PangoFontDescription *font) {
  PANGO(pango_font_description_free);
  function(font);
}

PangoLanguage *pango_language_from_string(const char *tag) {
  PANGO(pango_language_from_string);
  return function(tag);
}

PangoContext *pango_font_map_create_context(PangoFontMap *map) {
  PANGO(pango_font_map_create_context);
  return function(map);
}

void pango_context_set_language(PangoContext *context, PangoLanguage *language) {
  PANGO(pango_context_set_language);
  function(context, language);
}

void pango_context_set_round_glyph_positions(PangoContext *context, int rounds) {
  PANGO(pango_context_set_round_glyph_positions);
  function(context, rounds);
}

PangoAttrList *pango_attr_list_new(void) {
  PANGO(pango_attr_list_new);
  return function();
}

PangoAttribute *pango_attr_insert_hyphens_new(int inserts) {
  PANGO(pango_attr_insert_hyphens_new);
  return function(inserts);
}

void pango_attr_list_insert(PangoAttrList *attributes, PangoAttribute *attribute) {
  PANGO(pango_attr_list_insert);
  function(attributes, attribute);
}

void pango_attr_list_unref(PangoAttrList *attributes) {
  PANGO(pango_attr_list_unref);
  function(attributes);
}

PangoLayout *pango_layout_new(PangoContext *context) {
  PANGO(pango_layout_new);
  return function(context);
}

void pango_layout_set_text(PangoLayout *layout, const char *text, int octets) {
  PANGO(pango_layout_set_text);
  function(layout, text, octets);
}

void pango_layout_set_font_description(PangoLayout *layout, const PangoFontDescription *font) {
  PANGO(pango_layout_set_font_description);
  function(layout, font);
}

void pango_layout_set_width(PangoLayout *layout, int units) {
  PANGO(pango_layout_set_width);
  function(layout, units);
}

void pango_layout_set_wrap(PangoLayout *layout, unsigned wrap) {
  PANGO(pango_layout_set_wrap);
  function(layout, wrap);
}

void pango_layout_set_alignment(PangoLayout *layout, unsigned alignment) {
  PANGO(pango_layout_set_alignment);
  function(layout, alignment);
}

void pango_layout_set_attributes(PangoLayout *layout, PangoAttrList *attributes) {
  PANGO(pango_layout_set_attributes);
  function(layout, attributes);
}

void pango_layout_get_extents(PangoLayout *layout, PangoRectangle *ink, PangoRectangle *logical) {
  PANGO(pango_layout_get_extents);
  function(layout, ink, logical);
}

int pango_layout_get_line_count(PangoLayout *layout) {
  PANGO(pango_layout_get_line_count);
  return function(layout);
}

int pango_layout_get_unknown_glyphs_count(PangoLayout *layout) {
  PANGO(pango_layout_get_unknown_glyphs_count);
  return function(layout);
}

// Where the two meet

PangoFontMap *pango_cairo_font_map_new(void) {
  PANGOCAIRO(pango_cairo_font_map_new);
  return function();
}

void pango_cairo_update_context(cairo_t *drawing, PangoContext *context) {
  PANGOCAIRO(pango_cairo_update_context);
  function(drawing, context);
}

void pango_cairo_show_layout(cairo_t *drawing, PangoLayout *layout) {
  PANGOCAIRO(pango_cairo_show_layout);
  function(drawing, layout);
}

void g_object_unref(void *object) {
  GOBJECT(g_object_unref);
  function(object);
}
