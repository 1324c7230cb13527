-- Meetings of organizations: what is planned, who was there, what was decided and is to be done.

-- How often meetings of a series come round.
CREATE TABLE meeting_series (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  rhythm TEXT NOT NULL CHECK (rhythm IN ('weekly', 'monthly')),
  until_day TEXT NOT NULL
);
CREATE INDEX meeting_series_organization ON meeting_series (organization_id);

CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  series_id TEXT REFERENCES meeting_series (id) ON DELETE SET NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  begins_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  -- The zone in which its clock time was meant.
  zone TEXT NOT NULL,
  place TEXT NOT NULL,
  link TEXT NOT NULL,
  -- Whether only trainees without any role find it.
  trainees_only BOOLEAN NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'in_session', 'over', 'canceled')),
  -- From what the codes to check in are derived.
  code_secret TEXT NOT NULL,
  -- How often what calendars show has changed, and when it did last.
  revision BIGINT NOT NULL,
  changed_at TEXT NOT NULL,
  -- What the quorum was at the end: voting seats present, seats counted, seats needed.
  quorum_present BIGINT,
  quorum_seats BIGINT,
  quorum_needed BIGINT,
  -- How many were there without a seat.
  others_present BIGINT,
  reminded_at TEXT,
  -- How often officers were reminded of the minutes.
  minutes_reminders BIGINT NOT NULL,
  kept_by TEXT,
  kept_at TEXT NOT NULL
);
CREATE INDEX meeting_organization ON meeting (organization_id, begins_at, id);
CREATE INDEX meeting_begins ON meeting (begins_at, id);

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  title TEXT NOT NULL,
  details TEXT NOT NULL,
  -- The time box; NULL where there is none.
  minutes BIGINT,
  trainees_only BOOLEAN NOT NULL,
  -- NULL where it is forgotten that the person belonged here.
  added_by TEXT REFERENCES person (id) ON DELETE SET NULL,
  added_at TEXT NOT NULL
);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position, id);
CREATE INDEX agenda_item_author ON agenda_item (added_by);

-- Who checked in, or was checked in by an officer.
CREATE TABLE meeting_attendance (
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  manner TEXT NOT NULL CHECK (manner IN ('code', 'officer')),
  at TEXT NOT NULL,
  PRIMARY KEY (meeting_id, person_id)
);
CREATE INDEX meeting_attendance_person ON meeting_attendance (person_id);

-- Wrong codes, so that nobody tries many.
CREATE TABLE meeting_code_try (
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  wrong BIGINT NOT NULL,
  last_at TEXT NOT NULL,
  PRIMARY KEY (meeting_id, person_id)
);
CREATE INDEX meeting_code_try_person ON meeting_code_try (person_id);

-- The seats as they were taken when the meeting ended.
CREATE TABLE meeting_roll (
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  seat_title TEXT NOT NULL,
  unit_name TEXT,
  votes BOOLEAN NOT NULL,
  holder_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  holder_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('present', 'represented', 'absent')),
  -- Who sat in.
  stand_in TEXT,
  PRIMARY KEY (meeting_id, number)
);
CREATE INDEX meeting_roll_holder ON meeting_roll (holder_id);

-- How many voting seats have to be present.
CREATE TABLE quorum_rule (
  organization_id TEXT PRIMARY KEY REFERENCES organization (id) ON DELETE CASCADE,
  -- More than so many of a hundred.
  more_than BIGINT NOT NULL,
  -- Of the seats that are filled, or of all.
  of_seats TEXT NOT NULL CHECK (of_seats IN ('filled', 'all'))
);

-- What was decided. Without a quorum it is void, and stays so.
CREATE TABLE meeting_decision (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  wording TEXT NOT NULL,
  votes_for BIGINT NOT NULL,
  votes_against BIGINT NOT NULL,
  abstained BIGINT NOT NULL,
  counted_by TEXT REFERENCES person (id) ON DELETE SET NULL,
  at TEXT NOT NULL,
  trainees_only BOOLEAN NOT NULL,
  quorum_present BIGINT NOT NULL,
  quorum_seats BIGINT NOT NULL,
  quorum_needed BIGINT NOT NULL,
  void BOOLEAN NOT NULL
);
CREATE INDEX meeting_decision_meeting ON meeting_decision (meeting_id, id);
CREATE INDEX meeting_decision_counted ON meeting_decision (counted_by);

-- What someone is to do until a day: shown in every meeting until it is done.
CREATE TABLE action_item (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  owner_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  due_on TEXT NOT NULL,
  trainees_only BOOLEAN NOT NULL,
  added_at TEXT NOT NULL,
  done_at TEXT
);
CREATE INDEX action_item_meeting ON action_item (meeting_id, id);
CREATE INDEX action_item_owner ON action_item (owner_id) WHERE done_at IS NULL;

-- The minutes of a meeting, and apart from them those of its items for trainees alone.
CREATE TABLE meeting_minutes (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  trainees_only BOOLEAN NOT NULL,
  -- The latest version.
  version BIGINT NOT NULL,
  published_at TEXT,
  approved_at TEXT,
  -- The meeting that approved them.
  approved_in TEXT REFERENCES meeting (id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX meeting_minutes_part ON meeting_minutes (meeting_id, trainees_only);
CREATE INDEX meeting_minutes_approved ON meeting_minutes (approved_in);

CREATE TABLE minutes_version (
  minutes_id TEXT NOT NULL REFERENCES meeting_minutes (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  content TEXT NOT NULL,
  kept_by TEXT REFERENCES person (id) ON DELETE SET NULL,
  kept_at TEXT NOT NULL,
  approved BOOLEAN NOT NULL,
  PRIMARY KEY (minutes_id, number)
);
CREATE INDEX minutes_version_author ON minutes_version (kept_by);

-- The secret address at which a calendar reads someone's meetings; only its hash is kept.
CREATE TABLE calendar_feed (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  secret_hash TEXT NOT NULL,
  made_at TEXT NOT NULL
);
CREATE UNIQUE INDEX calendar_feed_secret ON calendar_feed (secret_hash);
