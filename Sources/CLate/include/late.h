// Functions of libraries that are loaded when the first of them is called.
//
// A library that the program is linked with is mapped and bound at every start, and so are all
// that it needs: libcurl, libpq and libzip bring thirty, which took a third of the time of a short
// command that speaks to no server. Here each function that we call stands under its own name, and passes the
// call on; callers and headers are as they were.
#ifndef HOUSESTAFF_CLATE_H
#define HOUSESTAFF_CLATE_H

#include <stdatomic.h>
#include <stdbool.h>

/// A function of a library, which is loaded if it is not yet; kept in `found` from then on.
///
/// Ends the program with a line on standard error and status 127 where there is no such library or
/// function: what the dynamic linker would have done at the start.
void *late_function(const char *library, const char *name, _Atomic(void *) *found);

/// Whether a library can be loaded, for what the program can do without. It stays loaded.
bool late_library(const char *library);

/// Makes `function` the one of that name in a library.
#define LATE_FUNCTION(library, name)  \
  static _Atomic(void *) found;       \
  __typeof__(&name) function =        \
      (__typeof__(&name))late_function(library, #name, &found)

#endif
