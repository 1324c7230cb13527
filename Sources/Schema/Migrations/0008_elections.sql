-- Elections of peers: how they are set up, who may vote, and who stands.

CREATE TABLE election (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  -- The seats that it fills: a rule whose holders the trainees select.
  rule_id TEXT NOT NULL REFERENCES seat_rule (id),
  title TEXT NOT NULL,
  seats BIGINT NOT NULL,
  -- Of where the trainees are who vote and stand.
  constituency TEXT NOT NULL CHECK (constituency IN ('institution', 'department', 'program')),
  -- The department or program; empty for the institution.
  unit TEXT NOT NULL,
  -- The rule by which papers are counted, by the name that the count knows it by.
  method TEXT NOT NULL,
  -- What settles a tie that the rule leaves open; 'lot' is an order from a published seed.
  ties TEXT NOT NULL,
  -- Whether at most one of a department or a program is elected.
  one_per TEXT NOT NULL CHECK (one_per IN ('', 'department', 'program')),
  allows_abstaining BOOLEAN NOT NULL,
  -- The day as of which the roster says who may vote.
  roll_on TEXT,
  nominate_from TEXT,
  nominate_until TEXT,
  vote_from TEXT,
  vote_until TEXT,
  -- Who rules on corrections of the roll and certifies the result; never stands.
  officer_id TEXT REFERENCES person (id),
  state TEXT NOT NULL
    CHECK (state IN ('draft', 'nominating', 'voting', 'closed', 'certified', 'called_off')),
  -- The key to which ballots are sealed, as hexadecimal digits.
  public_key TEXT,
  lot_seed TEXT,
  made_by TEXT,
  made_at TEXT NOT NULL,
  opened_at TEXT,
  closed_at TEXT,
  certified_at TEXT,
  certified_by TEXT,
  -- Why it was called off.
  ended_because TEXT,
  CHECK ((constituency = 'institution') = (unit = '')),
  CHECK ((state = 'called_off') = (ended_because IS NOT NULL))
);
CREATE INDEX election_organization ON election (organization_id, made_at, id);
CREATE INDEX election_rule ON election (rule_id);
CREATE INDEX election_officer ON election (officer_id);
CREATE INDEX election_state ON election (state);

-- Who may vote, as the roll stood when voting was opened, and who has. No time stands here: with
-- one, the order of votes would be the order of ballots.
CREATE TABLE elector (
  election_id TEXT NOT NULL REFERENCES election (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id),
  -- Where the person trained on the day of the roll.
  program_id TEXT,
  department_id TEXT,
  -- Whether a correction put the person on the roll.
  added_later BOOLEAN NOT NULL,
  has_voted BOOLEAN NOT NULL,
  PRIMARY KEY (election_id, person_id)
);
CREATE INDEX elector_person ON elector (person_id);

-- Who stands, or was asked to. Only those who accepted are on the paper.
CREATE TABLE candidate (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id),
  -- Where the person trains, for rules such as one seat for each department.
  program_id TEXT,
  department_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn')),
  statement TEXT NOT NULL,
  -- A photograph without what a camera writes beside the picture.
  portrait BYTEA,
  portrait_type TEXT CHECK (portrait_type IN ('image/jpeg', 'image/png')),
  -- NULL for those who stand by themselves.
  proposed_by TEXT,
  proposed_at TEXT NOT NULL,
  answered_at TEXT,
  withdrawn_at TEXT,
  -- The place on the paper, from 1, drawn by lot when voting is opened.
  position BIGINT,
  CHECK ((portrait IS NULL) = (portrait_type IS NULL))
);
CREATE UNIQUE INDEX candidate_person ON candidate (election_id, person_id);
CREATE UNIQUE INDEX candidate_position ON candidate (election_id, position)
  WHERE position IS NOT NULL;
CREATE INDEX candidate_of ON candidate (person_id);

-- Someone who is not on the roll asks to be put there.
CREATE TABLE roll_correction (
  id TEXT PRIMARY KEY,
  election_id TEXT NOT NULL REFERENCES election (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id),
  -- What the person says, in their words.
  wish TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  ruling TEXT CHECK (ruling IN ('added', 'refused')),
  -- What the election officer answers; the person alone reads it.
  reason TEXT NOT NULL,
  ruled_by TEXT,
  ruled_at TEXT,
  CHECK ((ruling IS NULL) = (ruled_at IS NULL))
);
CREATE UNIQUE INDEX roll_correction_waiting ON roll_correction (election_id, person_id)
  WHERE ruling IS NULL;
CREATE INDEX roll_correction_of ON roll_correction (person_id);
