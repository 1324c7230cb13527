// The C library of PostgreSQL, as Debian's libpq-dev installs it.
#include <libpq-fe.h>

// The fields of an error that we read: the library's own names are macros that Swift cannot see.
enum {
  postgres_field_state = PG_DIAG_SQLSTATE,
  postgres_field_primary = PG_DIAG_MESSAGE_PRIMARY,
  postgres_field_function = PG_DIAG_SOURCE_FUNCTION,
};
