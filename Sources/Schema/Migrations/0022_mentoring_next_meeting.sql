-- When the two of a pair meet next. It is forgotten once they have noted that they met.
CREATE TABLE mentoring_next_meeting (
  id TEXT PRIMARY KEY,
  pair_id TEXT NOT NULL REFERENCES mentoring_pair (id) ON DELETE CASCADE,
  begins_at TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  place TEXT NOT NULL,
  -- How often it was moved.
  revision BIGINT NOT NULL,
  planned_by TEXT NOT NULL REFERENCES person (id),
  changed_at TEXT NOT NULL
);
CREATE UNIQUE INDEX mentoring_next_meeting_pair ON mentoring_next_meeting (pair_id);
CREATE INDEX mentoring_next_meeting_planned ON mentoring_next_meeting (planned_by);

-- On which day the two were reminded that they have no agreement.
ALTER TABLE mentoring_pair ADD COLUMN reminded_on TEXT;
