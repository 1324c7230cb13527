-- Pictures and texts that writers of concerns add, cleaned and sealed as what they write.
CREATE TABLE concern_file (
  id TEXT PRIMARY KEY,
  -- Whoever deletes a concern deletes its files first. Each morning rows of concerns are taken out
  -- and put back, and files stay meanwhile, so the reference is looked at when the work is done.
  concern_id TEXT NOT NULL REFERENCES concern (id) DEFERRABLE INITIALLY DEFERRED,
  number BIGINT NOT NULL,
  said_on TEXT NOT NULL,
  -- As of a concern.
  is_settled BOOLEAN NOT NULL,
  -- Its kind and size, sealed, so that a list opens no file.
  label BYTEA NOT NULL,
  -- The file, sealed; its length says little.
  sealed BYTEA NOT NULL
);
CREATE UNIQUE INDEX concern_file_number ON concern_file (concern_id, number);
CREATE INDEX concern_file_unsettled ON concern_file (said_on) WHERE NOT is_settled;
