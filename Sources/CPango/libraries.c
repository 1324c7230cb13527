#include "libraries.h"

#include <stddef.h>

#include "shim.h"

const char *cpango_library(int place) {
  static const char *const libraries[] = {
      GOBJECT_LIBRARY, CAIRO_LIBRARY, PANGO_LIBRARY, PANGOCAIRO_LIBRARY};
  int count = sizeof libraries / sizeof libraries[0];
  return place >= 0 && place < count ? libraries[place] : NULL;
}

int cpango_loads(const char *library) { return late_library(library); }
