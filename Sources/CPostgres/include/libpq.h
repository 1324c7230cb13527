// The C library of PostgreSQL, as Debian's libpq-dev installs it. postgres.c defines what we call.
#if __has_include(<libpq-fe.h>)
#include <libpq-fe.h>
#else
#include <postgresql/libpq-fe.h>
#endif

// The fields of an error that we read: the library's own names are macros that Swift cannot see.
enum {
  postgres_field_state = PG_DIAG_SQLSTATE,
  postgres_field_primary = PG_DIAG_MESSAGE_PRIMARY,
  postgres_field_function = PG_DIAG_SOURCE_FUNCTION,
};
