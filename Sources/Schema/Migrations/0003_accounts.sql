-- How people sign in.

-- A person as an issuer knows them; local accounts have the issuer 'local' and the address as subject.
CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  linked_at TEXT NOT NULL,
  linked_by TEXT,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_person ON identity (person_id);

CREATE TABLE password (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  changed_at TEXT NOT NULL
);

CREATE TABLE second_factor (
  person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  secret TEXT NOT NULL,
  -- Set when the first code was right; before it, the factor does not count.
  confirmed_at TEXT,
  -- The last step of the clock whose code was used: each code counts once.
  last_step BIGINT NOT NULL
);

CREATE TABLE recovery_code (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (person_id, hash)
);

-- Links that work once: the first administrator's, an invitation, a sign-in by mail.
CREATE TABLE one_time_link (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL CHECK (purpose IN ('sign_in', 'first_administrator')),
  return_to TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
);
CREATE INDEX one_time_link_person ON one_time_link (person_id);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- Signed in with what: password, link, demo. Until a second factor is given, nothing is open.
  means TEXT NOT NULL,
  awaits_second_factor BOOLEAN NOT NULL,
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  ended_at TEXT
);
CREATE INDEX session_person ON session (person_id);

-- Wrong attempts by account and by address, for waiting times that pass by themselves.
CREATE TABLE sign_in_throttle (
  key TEXT PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at TEXT NOT NULL
);
