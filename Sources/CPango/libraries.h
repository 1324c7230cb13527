// The libraries that the functions here come from.
#include "late.h"

#define GOBJECT_LIBRARY "libgobject-2.0.so.0"
#define CAIRO_LIBRARY "libcairo.so.2"
#define PANGO_LIBRARY "libpango-1.0.so.0"
#define PANGOCAIRO_LIBRARY "libpangocairo-1.0.so.0"

#define GOBJECT(name) LATE_FUNCTION(GOBJECT_LIBRARY, name)
#define CAIRO(name) LATE_FUNCTION(CAIRO_LIBRARY, name)
#define PANGO(name) LATE_FUNCTION(PANGO_LIBRARY, name)
#define PANGOCAIRO(name) LATE_FUNCTION(PANGOCAIRO_LIBRARY, name)
