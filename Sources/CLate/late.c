#include "late.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

bool late_library(const char *library) { return dlopen(library, RTLD_LAZY | RTLD_LOCAL) != NULL; }

// Two threads may both look for a function: they find the same one.
void *late_function(const char *library, const char *name, _Atomic(void *) *found) {
  void *function = atomic_load_explicit(found, memory_order_acquire);
  if (function) return function;
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  function = handle ? dlsym(handle, name) : NULL;
  if (!function) {
    fprintf(stderr, "housestaff: %s\n", dlerror());
    _Exit(127);
  }
  atomic_store_explicit(found, function, memory_order_release);
  return function;
}
