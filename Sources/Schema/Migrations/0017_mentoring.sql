-- Mentoring: programs and their cycles, who enrolls with what, how they are matched, and the pairs.

CREATE TABLE mentoring_program (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  -- Whom it is for and what it is about, in words that people read before they enroll.
  purpose TEXT NOT NULL,
  founded_at TEXT NOT NULL,
  closed_at TEXT
);
CREATE UNIQUE INDEX mentoring_program_name ON mentoring_program (name_key)
  WHERE closed_at IS NULL;

-- What those who enroll promise each other. A text never changes: another version follows.
CREATE TABLE mentoring_commitment (
  program_id TEXT NOT NULL REFERENCES mentoring_program (id) ON DELETE CASCADE,
  version BIGINT NOT NULL,
  text TEXT NOT NULL,
  written_by TEXT,
  written_at TEXT NOT NULL,
  PRIMARY KEY (program_id, version)
);

CREATE TABLE mentoring_cycle (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES mentoring_program (id),
  title TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'matching', 'active', 'closed')),
  -- Who may look for a mentor.
  audience TEXT NOT NULL CHECK (audience IN ('trainees', 'everyone')),
  enroll_from TEXT NOT NULL,
  enroll_until TEXT NOT NULL,
  begins_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- How many weeks lie between two meetings.
  meet_every BIGINT NOT NULL,
  -- Within how many days after the news either side may decline.
  decline_days BIGINT NOT NULL,
  -- How many people one mentor takes at most.
  most_mentees BIGINT NOT NULL,
  -- Counsel's reference for asking about shared experience; NULL where it is not asked.
  experience_reference TEXT,
  objective TEXT NOT NULL CHECK (objective IN ('total', 'most', 'fair')),
  begun_by TEXT,
  begun_at TEXT NOT NULL
);
CREATE INDEX mentoring_cycle_program ON mentoring_cycle (program_id, begins_on, id);

-- How much each criterion counts, from 0 to 10.
CREATE TABLE mentoring_weight (
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  criterion TEXT NOT NULL,
  weight BIGINT NOT NULL,
  PRIMARY KEY (cycle_id, criterion)
);

-- The words from which people choose what they look for and what they offer.
CREATE TABLE mentoring_term (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('topic', 'career', 'specialty', 'language', 'format')),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  position BIGINT NOT NULL,
  retired_at TEXT
);
CREATE UNIQUE INDEX mentoring_term_name ON mentoring_term (kind, name_key)
  WHERE retired_at IS NULL;

-- How many people someone mentors at most, in all programs together.
CREATE TABLE mentor_capacity (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  places BIGINT NOT NULL,
  changed_at TEXT NOT NULL
);

CREATE TABLE mentoring_enrollment (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('mentee', 'mentor', 'both')),
  -- What the person hopes for, in their words; counterparts read it once the office approved.
  goals TEXT NOT NULL,
  -- The hours of a week that suit, a bit for each two hours.
  hours BIGINT NOT NULL,
  -- What the person says about shared experience; the office alone reads it, and nothing counts it.
  experience TEXT NOT NULL,
  -- The version of the commitments that the person accepted.
  commitment BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('submitted', 'approved', 'returned', 'withdrawn')),
  submitted_at TEXT NOT NULL,
  decided_by TEXT,
  decided_at TEXT,
  -- Why the office returned it; the person reads it.
  reason TEXT NOT NULL,
  withdrawn_at TEXT
);
CREATE UNIQUE INDEX mentoring_enrollment_current ON mentoring_enrollment (cycle_id, person_id)
  WHERE state <> 'withdrawn';
CREATE INDEX mentoring_enrollment_person ON mentoring_enrollment (person_id);

CREATE TABLE mentoring_choice (
  enrollment_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  term_id TEXT NOT NULL REFERENCES mentoring_term (id),
  PRIMARY KEY (enrollment_id, term_id)
);
CREATE INDEX mentoring_choice_term ON mentoring_choice (term_id);

-- Whom someone must not be matched with. Nobody but the person who wrote it reads a row.
CREATE TABLE mentoring_avoidance (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  avoided_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (person_id, avoided_id)
);
CREATE INDEX mentoring_avoidance_avoided ON mentoring_avoidance (avoided_id);

-- Who judges the trainees of a program: they never mentor one of them.
CREATE TABLE mentoring_judge (
  program_id TEXT NOT NULL REFERENCES program (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('competency_committee', 'evaluator')),
  noted_at TEXT NOT NULL,
  PRIMARY KEY (program_id, person_id, part)
);
CREATE INDEX mentoring_judge_person ON mentoring_judge (person_id);

-- What the office decided by hand before a run.
CREATE TABLE mentoring_decision (
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  mentee_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  mentor_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('lock', 'ban')),
  because TEXT NOT NULL,
  decided_by TEXT,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (mentee_id, mentor_id)
);
CREATE INDEX mentoring_decision_cycle ON mentoring_decision (cycle_id);
CREATE INDEX mentoring_decision_mentor ON mentoring_decision (mentor_id);

-- A run of the matching: what went in, frozen, and what came out.
CREATE TABLE matching_run (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  -- The inputs as they were: the same inputs give the same pairs.
  inputs TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'published', 'discarded')),
  total BIGINT NOT NULL,
  -- What no assignment can exceed, by the proof.
  bound BIGINT NOT NULL,
  mentees BIGINT NOT NULL,
  matched BIGINT NOT NULL,
  made_by TEXT,
  made_at TEXT NOT NULL,
  published_at TEXT
);
CREATE INDEX matching_run_cycle ON matching_run (cycle_id, made_at, id);
CREATE UNIQUE INDEX matching_run_pending ON matching_run (cycle_id) WHERE state = 'pending';

CREATE TABLE matching_run_pair (
  run_id TEXT NOT NULL REFERENCES matching_run (id) ON DELETE CASCADE,
  mentee_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  mentor_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  points BIGINT NOT NULL,
  PRIMARY KEY (run_id, mentee_id)
);
CREATE INDEX matching_run_pair_mentee ON matching_run_pair (mentee_id);
CREATE INDEX matching_run_pair_mentor ON matching_run_pair (mentor_id);

-- Two people of whom one mentors the other.
CREATE TABLE mentoring_pair (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id),
  run_id TEXT REFERENCES matching_run (id),
  mentee_id TEXT NOT NULL REFERENCES person (id),
  mentor_id TEXT NOT NULL REFERENCES person (id),
  state TEXT NOT NULL
    CHECK (state IN ('active', 'declined', 'completed', 'ended_early', 'transferred')),
  paired_at TEXT NOT NULL,
  -- The last day on which either may decline.
  decline_until TEXT NOT NULL,
  ended_on TEXT,
  CHECK ((state = 'active') = (ended_on IS NULL)),
  CHECK (mentee_id <> mentor_id)
);
CREATE UNIQUE INDEX mentoring_pair_active ON mentoring_pair (cycle_id, mentee_id, mentor_id)
  WHERE state = 'active';
CREATE INDEX mentoring_pair_mentee ON mentoring_pair (mentee_id, state);
CREATE INDEX mentoring_pair_mentor ON mentoring_pair (mentor_id, state);
CREATE INDEX mentoring_pair_run ON mentoring_pair (run_id);
