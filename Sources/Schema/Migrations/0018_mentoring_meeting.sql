-- What a pair agrees on and does: agreements in versions, goals, meetings, private notes, and how
-- it goes.

-- What both sign. A change is another version, which both sign again.
CREATE TABLE mentoring_agreement (
  pair_id TEXT NOT NULL REFERENCES mentoring_pair (id) ON DELETE CASCADE,
  version BIGINT NOT NULL,
  aims TEXT NOT NULL,
  -- How many weeks lie between two meetings.
  meet_every BIGINT NOT NULL,
  -- What stays between the two.
  confidence TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES person (id),
  written_at TEXT NOT NULL,
  mentee_signed_at TEXT,
  mentor_signed_at TEXT,
  PRIMARY KEY (pair_id, version)
);
CREATE INDEX mentoring_agreement_written ON mentoring_agreement (written_by);

CREATE TABLE mentoring_goal (
  id TEXT PRIMARY KEY,
  pair_id TEXT NOT NULL REFERENCES mentoring_pair (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  -- Whose turn it is.
  owner TEXT NOT NULL CHECK (owner IN ('mentee', 'mentor')),
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'reached', 'dropped')),
  set_at TEXT NOT NULL,
  closed_at TEXT
);
CREATE INDEX mentoring_goal_pair ON mentoring_goal (pair_id);

-- That the two met. The office reads the day and no more.
CREATE TABLE mentoring_check_in (
  id TEXT PRIMARY KEY,
  pair_id TEXT NOT NULL REFERENCES mentoring_pair (id) ON DELETE CASCADE,
  met_on TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('in_person', 'video', 'phone', 'writing')),
  noted_by TEXT NOT NULL REFERENCES person (id),
  noted_at TEXT NOT NULL
);
CREATE UNIQUE INDEX mentoring_check_in_day ON mentoring_check_in (pair_id, met_on);
CREATE INDEX mentoring_check_in_noted ON mentoring_check_in (noted_by);

-- What one of the two wrote down of a meeting: for themselves, or for both.
CREATE TABLE mentoring_note (
  check_in_id TEXT NOT NULL REFERENCES mentoring_check_in (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  is_shared BOOLEAN NOT NULL,
  PRIMARY KEY (check_in_id, person_id)
);
CREATE INDEX mentoring_note_person ON mentoring_note (person_id);

-- How it goes, asked of each side alone.
CREATE TABLE mentoring_pulse (
  id TEXT PRIMARY KEY,
  pair_id TEXT NOT NULL REFERENCES mentoring_pair (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  asked_on TEXT NOT NULL,
  answered_on TEXT,
  answer TEXT CHECK (answer IN ('well', 'slowly', 'not')),
  -- Whether the office may hear of the answer.
  tells_office BOOLEAN NOT NULL,
  CHECK ((answered_on IS NULL) = (answer IS NULL))
);
CREATE UNIQUE INDEX mentoring_pulse_asked ON mentoring_pulse (pair_id, person_id, asked_on);
CREATE INDEX mentoring_pulse_person ON mentoring_pulse (person_id);

-- Since when a pair has missed two meetings; NULL while it meets.
ALTER TABLE mentoring_pair ADD COLUMN flagged_on TEXT;
