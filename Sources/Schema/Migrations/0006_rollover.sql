-- Taking everybody to the next academic year in one step, and back.

-- The post-graduate year after which a program's people graduate; NULL where nobody said so.
ALTER TABLE program ADD COLUMN final_level BIGINT;
-- The day on which somebody last gave the appointment its level; NULL where nobody knows.
ALTER TABLE appointment ADD COLUMN level_since TEXT;

CREATE TABLE rollover (
  id TEXT PRIMARY KEY,
  -- The first day of the academic year that it leads to.
  first_day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'done', 'undone')),
  -- The groups that the office took or left as a whole, against the usual, with spaces between.
  turned_groups TEXT NOT NULL,
  -- What the one who confirmed had seen; the work repeats it only where it still would.
  plan_digest TEXT NOT NULL,
  -- The counts of what was done, as JSON; empty before.
  report TEXT NOT NULL,
  created_by TEXT,
  created_at TEXT NOT NULL,
  done_by TEXT,
  done_at TEXT,
  undone_by TEXT,
  undone_at TEXT,
  -- When the before-images were deleted: from then on it cannot be undone.
  closed_at TEXT
);
-- Once for each year, however many confirm at the same moment.
CREATE UNIQUE INDEX rollover_year ON rollover (first_day) WHERE state <> 'undone';

-- Whom the office ticked or left out against the usual of their group.
CREATE TABLE rollover_choice (
  rollover_id TEXT NOT NULL REFERENCES rollover (id) ON DELETE CASCADE,
  appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
  -- The group in which the choice was made; in another one it means nothing.
  kind TEXT NOT NULL,
  taken BOOLEAN NOT NULL,
  PRIMARY KEY (rollover_id, appointment_id)
);

-- How each appointment stood that the rollover changed, and how it stands since.
CREATE TABLE rollover_before (
  rollover_id TEXT NOT NULL REFERENCES rollover (id) ON DELETE CASCADE,
  appointment_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  program_id TEXT NOT NULL,
  act TEXT NOT NULL,
  training_level BIGINT NOT NULL,
  new_level BIGINT NOT NULL,
  level_since TEXT,
  standing TEXT NOT NULL,
  new_standing TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  new_ends_on TEXT NOT NULL,
  ends_as TEXT,
  PRIMARY KEY (rollover_id, appointment_id)
);
CREATE INDEX rollover_before_person ON rollover_before (rollover_id, person_id);

-- What other parts keep so that they can put it back.
CREATE TABLE rollover_image (
  rollover_id TEXT NOT NULL REFERENCES rollover (id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  subject TEXT NOT NULL,
  before TEXT NOT NULL,
  PRIMARY KEY (rollover_id, part, subject)
);
