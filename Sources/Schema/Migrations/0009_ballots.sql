-- Ballots of elections, sealed while voting is open and readable after it, and what was counted.

-- What somebody cast: unreadable without the election's secret key, which is not in the database.
-- It holds no person and no time, and its identifier says nothing of either.
CREATE TABLE sealed_ballot (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id) ON DELETE CASCADE,
  sealed BYTEA NOT NULL
);
CREATE INDEX sealed_ballot_election ON sealed_ballot (election_id);

-- A ballot after closing, in an order that was drawn then.
CREATE TABLE ballot (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id) ON DELETE CASCADE,
  -- Numbers of candidates, best first; empty for a ballot that abstains.
  ranking TEXT NOT NULL
);
CREATE INDEX ballot_election ON ballot (election_id);

-- SHA-256 of the receipts of all ballots, in an order of their own.
CREATE TABLE ballot_receipt (
  election_id TEXT NOT NULL REFERENCES election (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  PRIMARY KEY (election_id, digest)
);

-- What was counted when an election was closed.
CREATE TABLE election_result (
  election_id TEXT PRIMARY KEY REFERENCES election (id) ON DELETE CASCADE,
  -- How many were on the roll, and how many of them the roll says have voted.
  electors BIGINT NOT NULL,
  voted BIGINT NOT NULL,
  -- How many ballots were in the urn, those among them that abstain, and those that could not be
  -- opened or say what no ballot can say.
  ballots BIGINT NOT NULL,
  abstained BIGINT NOT NULL,
  unreadable BIGINT NOT NULL,
  -- The ballots as a file that anyone can count again, with the rules of who is elected together.
  blt TEXT NOT NULL,
  constraints TEXT NOT NULL,
  -- The count as the counting library writes it; empty where there was nothing to count.
  report TEXT NOT NULL,
  -- Why there was nothing to count; empty where there was.
  problem TEXT NOT NULL
);

-- Who was elected, in order of election.
CREATE TABLE elected_candidate (
  election_id TEXT NOT NULL REFERENCES election (id) ON DELETE CASCADE,
  place BIGINT NOT NULL,
  candidate_id TEXT NOT NULL REFERENCES candidate (id) ON DELETE CASCADE,
  seating_id TEXT REFERENCES seating (id) ON DELETE SET NULL,
  -- Why the person did not take the seat when the result was certified; empty otherwise.
  obstacle TEXT NOT NULL,
  PRIMARY KEY (election_id, place)
);
CREATE INDEX elected_candidate_candidate ON elected_candidate (candidate_id);
CREATE INDEX elected_candidate_seating ON elected_candidate (seating_id);
