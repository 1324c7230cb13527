-- The people, where they train, and who may do what.

CREATE TABLE sponsor (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  import_id TEXT
);

CREATE TABLE site (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  import_id TEXT
);

CREATE TABLE department (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  import_id TEXT
);

CREATE TABLE program (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  accreditation_number TEXT UNIQUE,
  department_id TEXT NOT NULL REFERENCES department (id),
  -- Exactly one sponsor of record; other hospitals contribute as sites.
  sponsor_id TEXT NOT NULL REFERENCES sponsor (id),
  -- The director's address as the record system gives it; a role is granted by a person, not a
  -- file.
  director_address TEXT,
  closed_on TEXT,
  import_id TEXT
);
CREATE INDEX program_name ON program (name_key, id);
CREATE INDEX program_department ON program (department_id);

CREATE TABLE program_site (
  program_id TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  site_id TEXT NOT NULL REFERENCES site (id),
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  PRIMARY KEY (program_id, site_id, starts_on)
);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  personnel_number TEXT,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  preferred_name TEXT,
  degrees TEXT,
  address TEXT,
  address_key TEXT,
  capacity TEXT NOT NULL CHECK (capacity IN ('trainee', 'faculty', 'staff')),
  deactivated_at TEXT,
  import_id TEXT
);
-- Indexes of their own, not of the columns: many rows are added before them.
CREATE UNIQUE INDEX person_number ON person (personnel_number);
CREATE UNIQUE INDEX person_address ON person (address_key);

CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  program_id TEXT NOT NULL REFERENCES program (id),
  site_id TEXT REFERENCES site (id),
  training_level BIGINT NOT NULL,
  standing TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- The standing after the last day, where that is decided already.
  ends_as TEXT,
  import_id TEXT
);
CREATE INDEX appointment_person ON appointment (person_id, starts_on);
CREATE INDEX appointment_program ON appointment (program_id, ends_on);

-- What everybody who is signed in may see of a person, ready to be listed and searched. Derived
-- from the tables above by one statement (Directory+SQL.swift); never edited by hand.
CREATE TABLE directory_entry (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  sort_key TEXT NOT NULL,
  search_key TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT,
  capacity TEXT NOT NULL,
  -- Whether the person is here today, comes later or has left.
  presence TEXT NOT NULL CHECK (presence IN ('current', 'upcoming', 'former')),
  training_level BIGINT,
  program_id TEXT,
  program_name TEXT,
  department_id TEXT,
  department_name TEXT,
  site_id TEXT,
  site_name TEXT
);
CREATE INDEX directory_entry_sort ON directory_entry (sort_key, person_id);
-- Also what counts of trainees by program and year need, so that they touch nothing else.
CREATE INDEX directory_entry_program
  ON directory_entry (program_id, presence, capacity, training_level);

CREATE TABLE role_grant (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  scope_kind TEXT NOT NULL
    CHECK (scope_kind IN ('institution', 'department', 'program', 'site')),
  scope_id TEXT,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  -- A deputy acts in a grant of someone else, as long as that one holds.
  deputy_of TEXT REFERENCES role_grant (id) ON DELETE CASCADE,
  granted_by TEXT,
  granted_at TEXT NOT NULL,
  revoked_at TEXT,
  CHECK ((scope_kind = 'institution') = (scope_id IS NULL))
);
CREATE INDEX role_grant_person ON role_grant (person_id);
CREATE INDEX role_grant_scope ON role_grant (scope_kind, scope_id);

-- A file that someone brought, from upload to preview, import and undo.
CREATE TABLE roster_import (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('uploading', 'uploaded', 'checking', 'checked', 'importing', 'imported',
      'undone', 'failed')),
  -- The columns that a person chose, as JSON; empty where the titles decide.
  mapping TEXT NOT NULL,
  -- The report of the last check or import, as the command prints it in JSON; empty before it.
  report TEXT NOT NULL,
  -- The first rows of each sort, as JSON; empty before the first check.
  preview TEXT NOT NULL,
  -- What the import would do; the confirmation repeats it only where it still would.
  plan_digest TEXT NOT NULL,
  created_by TEXT,
  created_at TEXT NOT NULL,
  imported_at TEXT,
  undone_at TEXT
);

CREATE TABLE roster_import_chunk (
  import_id TEXT NOT NULL REFERENCES roster_import (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (import_id, number)
);

-- What stood there before an import changed it, so that it can be undone.
CREATE TABLE roster_import_before (
  import_id TEXT NOT NULL REFERENCES roster_import (id) ON DELETE CASCADE,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (import_id, entity, entity_id)
);

-- A column mapping by the folded titles of its file (a SHA-256 of them), so that next month's file
-- needs no work.
CREATE TABLE roster_mapping (
  header_key TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  saved_at TEXT NOT NULL
);

-- Who opened someone's personnel record, and when; shown to the person it concerns.
CREATE TABLE record_read (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  what TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX record_read_person ON record_read (person_id, id);
