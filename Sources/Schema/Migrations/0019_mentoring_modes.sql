-- How people come together: by the office, by rankings of both sides, or by asking; and in which
-- shape they meet.

-- One to one, a mentor with several as a group, or peers.
ALTER TABLE mentoring_cycle ADD COLUMN shape TEXT NOT NULL DEFAULT 'pairs'
  CHECK (shape IN ('pairs', 'groups', 'peers'));
ALTER TABLE mentoring_cycle ADD COLUMN mode TEXT NOT NULL DEFAULT 'office'
  CHECK (mode IN ('office', 'rankings', 'requests'));
-- How many requests of one mentee are open at a time.
ALTER TABLE mentoring_cycle ADD COLUMN most_requests BIGINT NOT NULL DEFAULT 3;
-- Within how many days a mentor answers a request.
ALTER TABLE mentoring_cycle ADD COLUMN answer_days BIGINT NOT NULL DEFAULT 10;

-- Whom someone would like best, the first first. The office and the person read it.
CREATE TABLE mentoring_ranking (
  enrollment_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  -- Whether mentors are ranked or mentees.
  side TEXT NOT NULL CHECK (side IN ('mentee', 'mentor')),
  -- From 1.
  place BIGINT NOT NULL,
  other_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  PRIMARY KEY (enrollment_id, side, place)
);
CREATE UNIQUE INDEX mentoring_ranking_once ON mentoring_ranking (enrollment_id, side, other_id);
CREATE INDEX mentoring_ranking_other ON mentoring_ranking (other_id);

-- A mentee asks a mentor. What they write is read by the two alone.
CREATE TABLE mentoring_request (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  mentee_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  mentor_id TEXT NOT NULL REFERENCES mentoring_enrollment (id) ON DELETE CASCADE,
  message TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('open', 'accepted', 'declined', 'taken_back', 'lapsed')),
  -- Whether the mentor never learns of it, because the two are kept apart.
  is_held_back BOOLEAN NOT NULL,
  asked_at TEXT NOT NULL,
  -- The last day on which it can be answered.
  answer_until TEXT NOT NULL,
  answered_at TEXT
);
CREATE UNIQUE INDEX mentoring_request_open ON mentoring_request (mentee_id, mentor_id)
  WHERE state IN ('open', 'accepted', 'declined');
CREATE INDEX mentoring_request_mentor ON mentoring_request (mentor_id);
CREATE INDEX mentoring_request_cycle ON mentoring_request (cycle_id, state, answer_until);
