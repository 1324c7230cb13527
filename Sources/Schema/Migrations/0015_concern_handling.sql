-- What becomes of concerns: who sees to them, what is handled together, what is remembered of them,
-- and how long they are kept.

-- Who of those who read it sees to it.
ALTER TABLE concern ADD COLUMN assigned_to TEXT REFERENCES person (id) ON DELETE SET NULL;
CREATE INDEX concern_assigned ON concern (assigned_to);
-- The concern with which it is handled together. No reference: rows are written anew each morning.
ALTER TABLE concern ADD COLUMN merged_into TEXT;
CREATE INDEX concern_merged ON concern (merged_into);
-- The group to which its writer is asked to let it go.
ALTER TABLE concern ADD COLUMN offered_group_id TEXT REFERENCES handling_group (id);
CREATE INDEX concern_offered ON concern (offered_group_id);
-- The concern of the same writer since which they were treated worse. No reference, as above.
ALTER TABLE concern ADD COLUMN follows_id TEXT;
CREATE INDEX concern_follows ON concern (follows_id);
-- The last of the questions about that to which the writer said something, in days.
ALTER TABLE concern ADD COLUMN asked_days BIGINT NOT NULL DEFAULT 0;
-- The due day of which those who read it were reminded, and of which others were told.
ALTER TABLE concern ADD COLUMN reminded_for TEXT;
ALTER TABLE concern ADD COLUMN escalated_for TEXT;
-- Since when it may not be erased, whatever the rules say.
ALTER TABLE concern ADD COLUMN held_on TEXT;

-- What the register is to say of a concern, sealed until it is published. Which entry of the
-- register came of it stands in the seal alone.
CREATE TABLE concern_summary (
  concern_id TEXT PRIMARY KEY REFERENCES concern (id) ON DELETE CASCADE,
  state TEXT NOT NULL
    CHECK (state IN ('proposed', 'agreed', 'objected', 'published', 'withdrawn')),
  proposed_on TEXT NOT NULL,
  -- Until the end of which day its writer may object.
  object_by TEXT NOT NULL,
  -- Who wrote it: somebody else publishes it where somebody else reads the concern.
  proposed_by TEXT REFERENCES person (id) ON DELETE SET NULL,
  sealed BYTEA NOT NULL,
  -- As of a concern.
  is_settled BOOLEAN NOT NULL
);
CREATE INDEX concern_summary_author ON concern_summary (proposed_by);

-- What everybody reads: what was said, and what was done. Nothing leads from here to a concern.
CREATE TABLE register_entry (
  id TEXT PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES handling_group (id),
  category_id TEXT NOT NULL REFERENCES concern_category (id),
  said TEXT NOT NULL,
  done TEXT NOT NULL,
  -- Both, folded, to be searched.
  words_key TEXT NOT NULL,
  -- The year and month in which it was resolved, as in 2026-11.
  month TEXT NOT NULL
);
CREATE INDEX register_entry_month ON register_entry (month, id);
CREATE INDEX register_entry_group ON register_entry (group_id);
CREATE INDEX register_entry_category ON register_entry (category_id);

-- The figures of a finished academic year as they are shown: what is too small is not kept.
CREATE TABLE register_figure (
  year BIGINT NOT NULL,
  -- The order of lines; the total is the last one.
  number BIGINT NOT NULL,
  -- The category as it was called then.
  name TEXT NOT NULL,
  is_total BOOLEAN NOT NULL,
  raised BIGINT,
  answered BIGINT,
  -- Business days until the first answer.
  median_days BIGINT,
  PRIMARY KEY (year, number)
);

-- How long concerns are kept: one row.
CREATE TABLE concern_policy (
  id BIGINT PRIMARY KEY CHECK (id = 1),
  -- Months after a concern was resolved; NULL for ever.
  keep_months BIGINT,
  -- Business days in which a writer may object to a summary.
  object_days BIGINT NOT NULL,
  -- Since when nothing at all is erased, and why.
  held_on TEXT,
  held_because TEXT
);

-- What is left of an erased concern: whoever has its code learns that it is gone.
CREATE TABLE erased_concern (
  code_digest TEXT PRIMARY KEY,
  erased_on TEXT NOT NULL
);

-- Which group takes what, for writers who leave it to the rules: of a category, of a program, or of
-- a category in a program.
CREATE TABLE concern_route (
  id TEXT PRIMARY KEY,
  category_id TEXT REFERENCES concern_category (id) ON DELETE CASCADE,
  program_id TEXT REFERENCES program (id) ON DELETE CASCADE,
  group_id TEXT NOT NULL REFERENCES handling_group (id) ON DELETE CASCADE,
  CHECK (category_id IS NOT NULL OR program_id IS NOT NULL)
);
CREATE UNIQUE INDEX concern_route_what
  ON concern_route (coalesce(category_id, ''), coalesce(program_id, ''));
CREATE INDEX concern_route_category ON concern_route (category_id);
CREATE INDEX concern_route_program ON concern_route (program_id);
CREATE INDEX concern_route_group ON concern_route (group_id);
