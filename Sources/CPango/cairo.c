// The functions of cairo that Paper calls, each passed on to the library when it is called.
#include "libraries.h"
#include "shim.h"

cairo_surface_t *cairo_pdf_surface_create_for_stream(
    cpango_writer writer, void *context, double width, double height) {
  CAIRO(cairo_pdf_surface_create_for_stream);
  return function(writer, context, width, height);
}

void cairo_pdf_surface_set_metadata(cairo_surface_t *surface, unsigned kind, const char *text) {
  CAIRO(cairo_pdf_surface_set_metadata);
  function(surface, kind, text);
}

void cairo_surface_finish(cairo_surface_t *surface) {
  CAIRO(cairo_surface_finish);
  function(surface);
}

unsigned cairo_surface_status(cairo_surface_t *surface) {
  CAIRO(cairo_surface_status);
  return function(surface);
}

void cairo_surface_destroy(cairo_surface_t *surface) {
  CAIRO(cairo_surface_destroy);
  function(surface);
}

const char *cairo_status_to_string(unsigned status) {
  CAIRO(cairo_status_to_string);
  return function(status);
}

cairo_t *cairo_create(cairo_surface_t *surface) {
  CAIRO(cairo_create);
  return function(surface);
}

unsigned cairo_status(cairo_t *context) {
  CAIRO(cairo_status);
  return function(context);
}

void cairo_destroy(cairo_t *context) {
  CAIRO(cairo_destroy);
  function(context);
}

void cairo_set_source_rgb(cairo_t *context, double red, double green, double blue) {
  CAIRO(cairo_set_source_rgb);
  function(context, red, green, blue);
}

void cairo_set_line_width(cairo_t *context, double width) {
  CAIRO(cairo_set_line_width);
  function(context, width);
}

void cairo_move_to(cairo_t *context, double x, double y) {
  CAIRO(cairo_move_to);
  function(context, x, y);
}

void cairo_rectangle(cairo_t *context, double x, double y, double width, double height) {
  CAIRO(cairo_rectangle);
  function(context, x, y, width, height);
}

void cairo_fill(cairo_t *context) {
  CAIRO(cairo_fill);
  function(context);
}

void cairo_stroke(cairo_t *context) {
  CAIRO(cairo_stroke);
  function(context);
}

void cairo_tag_begin(cairo_t *context, const char *name, const char *attributes) {
  CAIRO(cairo_tag_begin);
  function(context, name, attributes);
}

void cairo_tag_end(cairo_t *context, const char *name) {
  CAIRO(cairo_tag_end);
  function(context, name);
}

void cairo_show_page(cairo_t *context) {
  CAIRO(cairo_show_page);
  function(context);
}
