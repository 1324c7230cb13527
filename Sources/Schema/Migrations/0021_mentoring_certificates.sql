-- Certificates of service for mentors, and what the overview of a cycle reads.

-- What a certificate says stays as it was when it was issued, whoever leaves or is renamed since.
CREATE TABLE mentor_certificate (
  id TEXT PRIMARY KEY,
  -- Random, printed on the paper: whoever has it reads the page that says the same.
  code TEXT NOT NULL,
  -- NULL once the person is removed: a certificate outlives that.
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  cycle_id TEXT NOT NULL REFERENCES mentoring_cycle (id),
  name TEXT NOT NULL,
  program_name TEXT NOT NULL,
  cycle_title TEXT NOT NULL,
  begins_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  -- 0 where too few meetings were noted to tell.
  half_hours BIGINT NOT NULL,
  mentees BIGINT NOT NULL,
  -- Who signs: the institution, and what its office is called.
  institution TEXT NOT NULL,
  office_name TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  issued_by TEXT,
  revoked_on TEXT,
  revoked_by TEXT,
  -- Why it was revoked; the person and the office read it.
  reason TEXT NOT NULL,
  CHECK ((revoked_on IS NULL) = (reason = ''))
);
CREATE UNIQUE INDEX mentor_certificate_code ON mentor_certificate (code);
CREATE UNIQUE INDEX mentor_certificate_current ON mentor_certificate (cycle_id, person_id)
  WHERE revoked_on IS NULL;
CREATE INDEX mentor_certificate_cycle ON mentor_certificate (cycle_id, issued_on, id);
CREATE INDEX mentor_certificate_person ON mentor_certificate (person_id);

-- All pairs of a cycle, those that are over too.
CREATE INDEX mentoring_pair_overview ON mentoring_pair (cycle_id, state);
