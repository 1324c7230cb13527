// The functions of libzip that Spreadsheet calls, each passed on to the library when it is called.
#include "shim.h"

#include "late.h"

// The interface that the headers describe: it has changed once, with 1.8.
#if LIBZIP_VERSION_MAJOR == 1 && LIBZIP_VERSION_MINOR < 8
#define LIBZIP(name) LATE_FUNCTION("libzip.so.4", name)
#else
#define LIBZIP(name) LATE_FUNCTION("libzip.so.5", name)
#endif

zip_t *zip_open(const char *path, int flags, int *error) {
  LIBZIP(zip_open);
  return function(path, flags, error);
}

void zip_discard(zip_t *archive) {
  LIBZIP(zip_discard);
  function(archive);
}

zip_int64_t zip_get_num_entries(zip_t *archive, zip_flags_t flags) {
  LIBZIP(zip_get_num_entries);
  return function(archive, flags);
}

zip_int64_t zip_name_locate(zip_t *archive, const char *name, zip_flags_t flags) {
  LIBZIP(zip_name_locate);
  return function(archive, name, flags);
}

int zip_stat_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *entry) {
  LIBZIP(zip_stat_index);
  return function(archive, index, flags, entry);
}

zip_file_t *zip_fopen_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags) {
  LIBZIP(zip_fopen_index);
  return function(archive, index, flags);
}

zip_int64_t zip_fread(zip_file_t *file, void *buffer, zip_uint64_t size) {
  LIBZIP(zip_fread);
  return function(file, buffer, size);
}

int zip_fclose(zip_file_t *file) {
  LIBZIP(zip_fclose);
  return function(file);
}
