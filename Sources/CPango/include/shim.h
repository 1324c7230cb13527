// The functions of cairo and pango that Paper calls, declared here as their headers declare them.
//
// Those headers lie in five folders that only pkg-config knows, and the package manager asks it for
// libraries that the program is linked with, which these are not. With libpango1.0-dev at hand the
// compiler compares; it says nothing where all is the same:
//
//     clang -fsyntax-only -Wall $(pkg-config --cflags pangocairo) -include pango/pangocairo.h
//       -include cairo-pdf.h -x c Sources/CPango/include/shim.h
#ifndef HOUSESTAFF_CPANGO_H
#define HOUSESTAFF_CPANGO_H

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoAttribute PangoAttribute;
typedef struct _PangoAttrList PangoAttrList;

#ifndef PANGO_SCALE
typedef struct _PangoRectangle {
  int x, y, width, height;
} PangoRectangle;
#endif

// What the libraries have as enumerations, macros and unnamed numbers.
enum {
  cpango_units_of_a_point = 1024,
  cpango_align_center = 1,
  cpango_wrap_word_or_letter = 2,
  cpango_style_italic = 2,
  cpango_status_success = 0,
  cpango_status_write_error = 11,
  cpango_metadata_title = 0,
  cpango_metadata_author = 1,
  cpango_metadata_creator = 4,
  cpango_metadata_create_date = 5,
};

#ifdef PANGO_SCALE
_Static_assert(cpango_units_of_a_point == PANGO_SCALE, "units");
_Static_assert(cpango_align_center == PANGO_ALIGN_CENTER, "alignment");
_Static_assert(cpango_wrap_word_or_letter == PANGO_WRAP_WORD_CHAR, "wrap");
_Static_assert(cpango_style_italic == PANGO_STYLE_ITALIC, "style");
_Static_assert(cpango_status_write_error == CAIRO_STATUS_WRITE_ERROR, "status");
_Static_assert(cpango_metadata_title == CAIRO_PDF_METADATA_TITLE, "title");
_Static_assert(cpango_metadata_author == CAIRO_PDF_METADATA_AUTHOR, "author");
_Static_assert(cpango_metadata_creator == CAIRO_PDF_METADATA_CREATOR, "creator");
_Static_assert(cpango_metadata_create_date == CAIRO_PDF_METADATA_CREATE_DATE, "date");
#endif

// Hidden: an executable for debugging shows its functions to the libraries that it loads, which
// would then call ours in place of their own.
#pragma GCC visibility push(hidden)
// None of them gives NULL: without memory glib ends the program, and cairo gives an object that
// says so when it is asked.
#pragma clang assume_nonnull begin

/// The library of this place, by the name that it is loaded by; NULL behind the last one.
const char *_Nullable cpango_library(int place);

/// Whether a library can be loaded: 1 or 0. It stays loaded.
int cpango_loads(const char *library);

/// A function that takes what was written, and says 0 or an error of cairo.
typedef unsigned (*cpango_writer)(
    void *context, const unsigned char *_Nullable octets, unsigned count);

// cairo: a page and what is drawn on it

cairo_surface_t *cairo_pdf_surface_create_for_stream(
    cpango_writer writer, void *context, double width, double height);
void cairo_pdf_surface_set_metadata(cairo_surface_t *surface, unsigned kind, const char *text);
void cairo_surface_finish(cairo_surface_t *surface);
unsigned cairo_surface_status(cairo_surface_t *surface);
void cairo_surface_destroy(cairo_surface_t *surface);
const char *cairo_status_to_string(unsigned status);

cairo_t *cairo_create(cairo_surface_t *surface);
unsigned cairo_status(cairo_t *context);
void cairo_destroy(cairo_t *context);
void cairo_set_source_rgb(cairo_t *context, double red, double green, double blue);
void cairo_set_line_width(cairo_t *context, double width);
void cairo_move_to(cairo_t *context, double x, double y);
void cairo_rectangle(cairo_t *context, double x, double y, double width, double height);
void cairo_fill(cairo_t *context);
void cairo_stroke(cairo_t *context);
void cairo_tag_begin(cairo_t *context, const char *name, const char *attributes);
void cairo_tag_end(cairo_t *context, const char *name);
void cairo_show_page(cairo_t *context);

// pango: text in lines

PangoFontDescription *pango_font_description_new(void);
void pango_font_description_set_family(PangoFontDescription *font, const char *families);
void pango_font_description_set_style(PangoFontDescription *font, unsigned style);
void pango_font_description_set_absolute_size(PangoFontDescription *font, double units);
void pango_font_description_free(PangoFontDescription *font);

PangoLanguage *pango_language_from_string(const char *tag);
PangoContext *pango_font_map_create_context(PangoFontMap *map);
void pango_context_set_language(PangoContext *context, PangoLanguage *language);
void pango_context_set_round_glyph_positions(PangoContext *context, int rounds);

PangoAttrList *pango_attr_list_new(void);
PangoAttribute *pango_attr_insert_hyphens_new(int inserts);
void pango_attr_list_insert(PangoAttrList *attributes, PangoAttribute *attribute);
void pango_attr_list_unref(PangoAttrList *attributes);

PangoLayout *pango_layout_new(PangoContext *context);
void pango_layout_set_text(PangoLayout *layout, const char *text, int octets);
void pango_layout_set_font_description(PangoLayout *layout, const PangoFontDescription *font);
void pango_layout_set_width(PangoLayout *layout, int units);
void pango_layout_set_wrap(PangoLayout *layout, unsigned wrap);
void pango_layout_set_alignment(PangoLayout *layout, unsigned alignment);
void pango_layout_set_attributes(PangoLayout *layout, PangoAttrList *attributes);
void pango_layout_get_extents(PangoLayout *layout, PangoRectangle *ink, PangoRectangle *logical);
int pango_layout_get_line_count(PangoLayout *layout);
int pango_layout_get_unknown_glyphs_count(PangoLayout *layout);

// Where the two meet

PangoFontMap *pango_cairo_font_map_new(void);
void pango_cairo_update_context(cairo_t *drawing, PangoContext *context);
void pango_cairo_show_layout(cairo_t *drawing, PangoLayout *layout);
void g_object_unref(void *object);

#pragma clang assume_nonnull end
#pragma GCC visibility pop

#endif
