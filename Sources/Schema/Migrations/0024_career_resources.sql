-- What helps with a career: for whom, whose it is, and when it is looked over next.
CREATE TABLE career_resource (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  summary TEXT NOT NULL,
  place TEXT NOT NULL,
  for_students BOOLEAN NOT NULL,
  for_trainees BOOLEAN NOT NULL,
  for_faculty BOOLEAN NOT NULL,
  -- NULL: the office's. What a department leaves behind becomes the office's.
  department_id TEXT REFERENCES department (id) ON DELETE SET NULL,
  review_on TEXT NOT NULL,
  reviewed_on TEXT,
  -- 0: nobody was told that it is to be looked over; 1: whoever answers for it; 2: the office too.
  reminders BIGINT NOT NULL DEFAULT 0,
  -- How often it was changed, reviewed or taken away.
  revision BIGINT NOT NULL,
  retired_at TEXT
);
CREATE UNIQUE INDEX career_resource_title ON career_resource (title_key)
  WHERE retired_at IS NULL;
CREATE INDEX career_resource_department ON career_resource (department_id);
