-- Organizations: what they are, who belongs to them, and who sits in them for whom.

CREATE TABLE organization (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('association', 'council', 'committee', 'track_body')),
  purpose TEXT NOT NULL,
  founded BIGINT,
  -- Whether everybody signed in finds it, or those alone who belong to it and the office.
  listing TEXT NOT NULL CHECK (listing IN ('everyone', 'members')),
  -- Whether people join by themselves, or belong to it by a seat alone.
  joining TEXT NOT NULL CHECK (joining IN ('open', 'seats')),
  -- As what one may join: words separated by commas.
  capacities TEXT NOT NULL,
  -- Days after which it is forgotten that someone left.
  forget_days BIGINT NOT NULL,
  created_at TEXT NOT NULL,
  closed_on TEXT,
  closed_because TEXT,
  CHECK ((closed_on IS NULL) = (closed_because IS NULL))
);
-- A closed organization keeps its name, and another one may take it.
CREATE UNIQUE INDEX organization_name_in_use ON organization (name_key) WHERE closed_on IS NULL;
CREATE INDEX organization_sort ON organization (name_key, id);

-- What an organization was called before: what happened then keeps the name of then.
CREATE TABLE organization_name (
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- The last day of the name.
  until_day TEXT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (organization_id, number)
);

-- The versions of a charter; the latest published one holds.
CREATE TABLE charter (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  number BIGINT NOT NULL,
  content TEXT NOT NULL,
  -- Who may join, in the words that people read before they do.
  criteria TEXT NOT NULL,
  kept_by TEXT,
  kept_at TEXT NOT NULL,
  -- NULL while its wording waits for a decision.
  published_at TEXT,
  -- Why it was published although its wording was questioned, and counsel's reference.
  override_reason TEXT,
  counsel_reference TEXT,
  override_by TEXT
);
CREATE UNIQUE INDEX charter_number ON charter (organization_id, number);

CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  capacity TEXT NOT NULL CHECK (capacity IN ('trainee', 'faculty', 'staff')),
  -- Who sees the person in the roster, by the person's own choice.
  visible_to TEXT NOT NULL CHECK (visible_to IN ('nobody', 'officers', 'members', 'everyone')),
  joined_at TEXT NOT NULL,
  left_at TEXT,
  -- The day on which it is forgotten that the person left.
  forget_on TEXT,
  -- Whether the number of members that is shown counts this one.
  counted BOOLEAN NOT NULL,
  CHECK ((left_at IS NULL) = (forget_on IS NULL))
);
CREATE UNIQUE INDEX membership_current ON membership (organization_id, person_id)
  WHERE left_at IS NULL;
CREATE INDEX membership_person ON membership (person_id);

-- Who may read what members read without being one: access is no membership.
CREATE TABLE organization_guest (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  why TEXT NOT NULL,
  let_in_by TEXT,
  let_in_at TEXT NOT NULL,
  ended_at TEXT
);
CREATE UNIQUE INDEX organization_guest_current ON organization_guest (organization_id, person_id)
  WHERE ended_at IS NULL;

-- Who runs an organization; named in public, so it counts only once the person has accepted.
CREATE TABLE officer (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  named_by TEXT,
  named_at TEXT NOT NULL,
  accepted_at TEXT,
  ended_at TEXT
);
CREATE INDEX officer_organization ON officer (organization_id);
CREATE INDEX officer_person ON officer (person_id);

-- A rule gives one or more seats, to each department, program or site, or to all together.
CREATE TABLE seat_rule (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('each_department', 'each_program', 'each_site', 'at_large', 'ex_officio',
      'appointed', 'peer_selected')),
  -- How many seats the rule gives each time.
  seats BIGINT NOT NULL,
  -- How many academic years a term lasts.
  years BIGINT NOT NULL,
  -- How many may wait for each seat as alternates.
  alternates BIGINT NOT NULL,
  -- The role whose holders sit here, for seats that come with a role.
  role TEXT,
  -- As what the seat counts where the composition is prescribed.
  category TEXT NOT NULL,
  votes BOOLEAN NOT NULL,
  position BIGINT NOT NULL,
  closed_on TEXT
);
CREATE INDEX seat_rule_organization ON seat_rule (organization_id, position);

-- Someone put forward for a seat, who awaits the decision of their program's director.
CREATE TABLE nomination (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  rule_id TEXT NOT NULL REFERENCES seat_rule (id) ON DELETE CASCADE,
  -- The department, program or site whose seat it is; empty for seats of all together.
  unit TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  statement TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  as_alternate BOOLEAN NOT NULL,
  put_forward_by TEXT NOT NULL,
  put_forward_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('awaiting', 'approved', 'declined', 'withdrawn', 'lapsed')),
  decided_by TEXT,
  decided_at TEXT,
  reason TEXT NOT NULL,
  -- The day of the last reminder, and how many there were.
  reminded_on TEXT,
  reminders BIGINT NOT NULL
);
CREATE UNIQUE INDEX nomination_awaiting ON nomination (rule_id, person_id)
  WHERE state = 'awaiting';
CREATE INDEX nomination_seat ON nomination (rule_id, unit) WHERE state = 'awaiting';
CREATE INDEX nomination_person ON nomination (person_id);

-- Who sits where from day to day. A row stays when it is over.
CREATE TABLE seating (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  rule_id TEXT NOT NULL REFERENCES seat_rule (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,
  -- Which of the seats that the rule gives, from 1.
  number BIGINT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- The program in which the person trained when they were seated.
  program_id TEXT,
  place TEXT NOT NULL CHECK (place IN ('holder', 'alternate', 'deputy')),
  starts_on TEXT NOT NULL,
  -- The last day of the term, or of the person's training where that comes first.
  ends_on TEXT NOT NULL,
  term_ends_on TEXT NOT NULL,
  -- The last day as it turned out, and why.
  ended_on TEXT,
  ended_as TEXT
    CHECK (ended_as IN ('term', 'transfer', 'graduation', 'withdrawal', 'resignation', 'removal',
      'promotion')),
  nomination_id TEXT REFERENCES nomination (id) ON DELETE SET NULL,
  -- What seated a peer-selected person: the election, in words.
  evidence TEXT NOT NULL,
  seated_by TEXT,
  seated_at TEXT NOT NULL,
  CHECK ((ended_on IS NULL) = (ended_as IS NULL))
);
-- The place comes first, so that SQLite does not take this index for the map's.
CREATE UNIQUE INDEX seating_seat ON seating (unit, rule_id, number, starts_on)
  WHERE place = 'holder' AND ended_on IS NULL;
-- What the seat map needs, so that it touches nothing else.
CREATE INDEX seating_held ON seating (rule_id, unit, starts_on, ends_on, person_id)
  WHERE place = 'holder' AND ended_on IS NULL;
CREATE INDEX seating_open ON seating (organization_id, rule_id, unit) WHERE ended_on IS NULL;
CREATE INDEX seating_person ON seating (person_id);

-- Who must at least sit in a body, as a requirement of its accreditor: dated, with its source.
CREATE TABLE composition_rule (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  category TEXT NOT NULL,
  at_least BIGINT NOT NULL,
  source TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  effective_to TEXT
);
CREATE INDEX composition_rule_organization ON composition_rule (organization_id);
