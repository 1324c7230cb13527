-- How people sign in.

-- A person as an issuer knows them. Whoever has a password here is known to the issuer 'local', by
-- the person's own identifier: an address can change hands, an identifier cannot.
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

-- The codes that are left; a code that was used is deleted.
CREATE TABLE recovery_code (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  PRIMARY KEY (person_id, hash)
);

-- Links that work once: by mail on request, from the office, for the first administrator, and for
-- an administrator who cannot get in.
CREATE TABLE one_time_link (
  token_hash TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL
    CHECK (purpose IN ('sign_in', 'invitation', 'first_administrator', 'administrator')),
  return_to TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
);
CREATE INDEX one_time_link_person ON one_time_link (person_id);

-- That a link was asked for, by hashes of the address typed and of where the request came from, so
-- that nobody's mailbox is flooded. Known and unknown addresses leave the same rows.
CREATE TABLE link_request (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  at TEXT NOT NULL
);
CREATE INDEX link_request_key ON link_request (key, at);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- Signed in with what. Until a second factor is given or set up, nothing is open.
  means TEXT NOT NULL CHECK (means IN ('password', 'link', 'demonstration')),
  awaits_second_factor BOOLEAN NOT NULL,
  device TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  ended_at TEXT
);
CREATE INDEX session_person ON session (person_id);

-- Wrong attempts by account and by address, for waiting times that pass by themselves. The keys are
-- hashes: no address stands here in the clear.
CREATE TABLE sign_in_throttle (
  key TEXT PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at TEXT NOT NULL
);
