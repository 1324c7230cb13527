-- What imports keep, and for how long.

-- The titles of the file's columns, as JSON; empty before the first check.
ALTER TABLE roster_import ADD COLUMN titles TEXT NOT NULL DEFAULT '';
-- When the names and facts that an import kept were deleted: from then on it cannot be undone.
ALTER TABLE roster_import ADD COLUMN closed_at TEXT;
CREATE INDEX roster_import_open ON roster_import (imported_at) WHERE closed_at IS NULL;

-- The rows that a check or an import refused, as the file has them, so that they can be mended.
CREATE TABLE roster_import_refused (
  import_id TEXT NOT NULL REFERENCES roster_import (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  line BIGINT NOT NULL,
  -- The cells, as JSON.
  cells TEXT NOT NULL,
  PRIMARY KEY (import_id, number)
);
