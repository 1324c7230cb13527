-- Placeholder: replaced by the roster's tables.
CREATE TABLE site (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL
);
