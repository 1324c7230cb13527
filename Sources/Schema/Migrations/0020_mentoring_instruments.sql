-- Questionnaires of mentoring: what is asked, what people answered, and what came of it.

-- A version never changes: another one follows.
CREATE TABLE mentoring_instrument (
  id TEXT PRIMARY KEY,
  name_key TEXT NOT NULL,
  version BIGINT NOT NULL,
  answered_by TEXT NOT NULL CHECK (answered_by IN ('mentees', 'mentors', 'both')),
  -- Name, source, scale, subscales and items, as JSON.
  sheet TEXT NOT NULL,
  loaded_by TEXT,
  loaded_at TEXT NOT NULL,
  retired_at TEXT
);
CREATE UNIQUE INDEX mentoring_instrument_name ON mentoring_instrument (name_key, version);

CREATE TABLE mentoring_cycle_instrument (
  cycle_id TEXT PRIMARY KEY REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  instrument_id TEXT NOT NULL REFERENCES mentoring_instrument (id),
  -- When the figures were counted, once and for all; NULL until nobody answers any more.
  reported_on TEXT
);
CREATE INDEX mentoring_cycle_instrument_used ON mentoring_cycle_instrument (instrument_id);

-- What someone answered. Nobody but the person reads a row.
CREATE TABLE mentoring_answer (
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  moment TEXT NOT NULL CHECK (moment IN ('before', 'after')),
  side TEXT NOT NULL CHECK (side IN ('mentee', 'mentor')),
  -- The number of each item, in their order, with a space between two.
  points TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  PRIMARY KEY (cycle_id, person_id, moment)
);
CREATE INDEX mentoring_answer_person ON mentoring_answer (person_id);

-- The figures of a cycle. Where people is NULL, the line is withheld.
CREATE TABLE mentoring_figure (
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  who TEXT NOT NULL CHECK (who IN ('mentees', 'mentors', 'all')),
  subscale TEXT NOT NULL,
  people BIGINT,
  -- Means and the deviation of the change, in tenths of a point.
  mean_before BIGINT,
  mean_after BIGINT,
  mean_change BIGINT,
  deviation BIGINT,
  PRIMARY KEY (cycle_id, number)
);

-- When someone was told that there is something to answer; NULL until then.
ALTER TABLE mentoring_enrollment ADD COLUMN told_before_on TEXT;
ALTER TABLE mentoring_enrollment ADD COLUMN told_after_on TEXT;
