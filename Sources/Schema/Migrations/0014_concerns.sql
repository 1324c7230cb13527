-- Concerns: who reads them, with which keys, and what was written, sealed.

-- People who read and answer concerns together.
CREATE TABLE handling_group (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  -- What it takes, in words that people read before they write.
  purpose TEXT NOT NULL,
  -- The council whose officers name its responders; NULL where the office names them.
  organization_id TEXT REFERENCES organization (id),
  -- Who takes what nobody of this group may read.
  fallback_id TEXT REFERENCES handling_group (id),
  founded_at TEXT NOT NULL,
  closed_at TEXT
);
CREATE UNIQUE INDEX handling_group_name ON handling_group (name_key) WHERE closed_at IS NULL;
CREATE INDEX handling_group_organization ON handling_group (organization_id);
CREATE INDEX handling_group_fallback ON handling_group (fallback_id);

CREATE TABLE concern_responder (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES handling_group (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- As what, in words that people read before they write.
  title TEXT NOT NULL,
  named_by TEXT,
  named_at TEXT NOT NULL,
  -- Of which of their keys the concerns of before were given to them.
  shared_key TEXT,
  ended_at TEXT
);
CREATE UNIQUE INDEX concern_responder_current ON concern_responder (group_id, person_id)
  WHERE ended_at IS NULL;
CREATE INDEX concern_responder_person ON concern_responder (person_id);

-- The keys that open concerns: of a responder, or of a group's recovery sheet, which is on paper.
CREATE TABLE reading_key (
  id TEXT PRIMARY KEY,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  group_id TEXT REFERENCES handling_group (id) ON DELETE CASCADE,
  public_key BYTEA NOT NULL,
  -- The secret key in a box that the passphrase opens; NULL for a recovery sheet.
  salt BYTEA,
  locked BYTEA,
  made_on TEXT NOT NULL,
  -- Of a recovery sheet, since when there is a newer one: it opens what the newer one cannot.
  replaced_on TEXT,
  CHECK ((person_id IS NULL) <> (group_id IS NULL)),
  CHECK ((person_id IS NULL) = (locked IS NULL))
);
CREATE UNIQUE INDEX reading_key_person ON reading_key (person_id);
CREATE UNIQUE INDEX reading_key_group ON reading_key (group_id) WHERE replaced_on IS NULL;

-- A responder's secret key while they read, in a box that only their browser's cookie opens.
CREATE TABLE unlocked_key (
  session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
  key_id TEXT NOT NULL REFERENCES reading_key (id) ON DELETE CASCADE,
  sealed BYTEA NOT NULL,
  until TEXT NOT NULL
);
CREATE INDEX unlocked_key_key ON unlocked_key (key_id);

-- Wrong passphrases, so that nobody tries many.
CREATE TABLE passphrase_try (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  wrong BIGINT NOT NULL,
  last_at TEXT NOT NULL
);

-- What concerns are about, and within how many business days something happens.
CREATE TABLE concern_category (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  hint TEXT NOT NULL,
  acknowledge_days BIGINT NOT NULL,
  answer_days BIGINT NOT NULL,
  close_days BIGINT NOT NULL,
  position BIGINT NOT NULL,
  retired_at TEXT
);
CREATE UNIQUE INDEX concern_category_name ON concern_category (name_key)
  WHERE retired_at IS NULL;

-- Days on which nobody is expected to answer, beside weekends.
CREATE TABLE closed_day (
  day TEXT PRIMARY KEY,
  name TEXT NOT NULL
);

-- Where else someone can turn: whom to call now, and channels outside the institution.
CREATE TABLE outside_channel (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('emergency', 'outside')),
  name TEXT NOT NULL,
  how TEXT NOT NULL,
  position BIGINT NOT NULL
);

-- A concern. Who wrote it and what is nowhere in the clear, and of an anonymous one it is kept
-- nowhere who wrote it: no person, no session, no address, no time finer than the day.
CREATE TABLE concern (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES handling_group (id),
  category_id TEXT NOT NULL REFERENCES concern_category (id),
  manner TEXT NOT NULL CHECK (manner IN ('named', 'confidential', 'anonymous')),
  is_urgent BOOLEAN NOT NULL,
  raised_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('received', 'acknowledged', 'resolved')),
  -- What is written is sealed to this key.
  public_key BYTEA NOT NULL,
  -- By what it is found with its code.
  code_digest TEXT NOT NULL,
  -- Its secret key in a box that the code opens.
  writer_seal BYTEA NOT NULL,
  acknowledge_by TEXT NOT NULL,
  answer_by TEXT NOT NULL,
  close_by TEXT NOT NULL,
  acknowledged_on TEXT,
  answered_on TEXT,
  resolved_on TEXT,
  -- Since when its clocks stand still.
  paused_on TEXT,
  -- False until the night has told the responders and written the day's rows anew.
  is_settled BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX concern_code ON concern (code_digest);
CREATE INDEX concern_group ON concern (group_id, state);
CREATE INDEX concern_category_use ON concern (category_id);
CREATE INDEX concern_unsettled ON concern (raised_on) WHERE NOT is_settled;

-- Who can open a concern: its secret key in a box for each key that may read it. Whoever has no row
-- here does not know that there is a concern.
CREATE TABLE concern_key (
  concern_id TEXT NOT NULL REFERENCES concern (id) ON DELETE CASCADE,
  key_id TEXT NOT NULL REFERENCES reading_key (id) ON DELETE CASCADE,
  sealed BYTEA NOT NULL,
  PRIMARY KEY (concern_id, key_id)
);
CREATE INDEX concern_key_key ON concern_key (key_id, concern_id);

-- What was written, sealed with its author.
CREATE TABLE concern_entry (
  id TEXT PRIMARY KEY,
  concern_id TEXT NOT NULL REFERENCES concern (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('writer', 'answer', 'note')),
  said_on TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  -- As of a concern.
  is_settled BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX concern_entry_number ON concern_entry (concern_id, number);
CREATE INDEX concern_entry_unsettled ON concern_entry (said_on) WHERE NOT is_settled;

-- What responders did, by act and never by content; only those who read the concern read it.
CREATE TABLE concern_act (
  concern_id TEXT NOT NULL REFERENCES concern (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  act TEXT NOT NULL,
  on_day TEXT NOT NULL,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  PRIMARY KEY (concern_id, number)
);
CREATE INDEX concern_act_person ON concern_act (person_id);
