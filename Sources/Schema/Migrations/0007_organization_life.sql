-- What goes on in organizations: counts that betray nobody, rules about wording, forums,
-- activities.

-- The number of members that is shown, as it was when it was last renewed.
CREATE TABLE published_count (
  organization_id TEXT PRIMARY KEY REFERENCES organization (id) ON DELETE CASCADE,
  members BIGINT NOT NULL,
  -- Those among them whom nobody sees in the roster.
  unlisted BIGINT NOT NULL,
  released_on TEXT NOT NULL,
  -- How many of the unlisted left since and are forgotten already.
  gone BIGINT NOT NULL
);

-- What stays of memberships that are forgotten: numbers of an academic year.
CREATE TABLE membership_year (
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  -- The calendar year in which the academic year begins.
  year BIGINT NOT NULL,
  capacity TEXT NOT NULL CHECK (capacity IN ('trainee', 'faculty', 'staff')),
  joined BIGINT NOT NULL,
  departed BIGINT NOT NULL,
  PRIMARY KEY (organization_id, year, capacity)
);
CREATE INDEX membership_forget ON membership (forget_on) WHERE forget_on IS NOT NULL;

-- Rules about the wording of charters that the office added, or changed from those that come with
-- the program: a row takes the place of the rule of its name.
CREATE TABLE wording_rule (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind IN ('trait', 'condition', 'mention', 'invitation', 'inclusion')),
  title TEXT NOT NULL,
  -- One phrase a line.
  phrases TEXT NOT NULL,
  why TEXT NOT NULL,
  suggestion TEXT NOT NULL,
  source TEXT NOT NULL,
  example TEXT NOT NULL,
  effective_from TEXT NOT NULL,
  effective_to TEXT,
  kept_by TEXT,
  kept_at TEXT NOT NULL
);

-- What members write to each other. A reply points at the post that began the thread.
CREATE TABLE forum_post (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  thread_id TEXT REFERENCES forum_post (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('announcement', 'thread', 'reply')),
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  -- NULL where it is forgotten that the author belonged here.
  author_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  posted_at TEXT NOT NULL,
  -- When the thread was last written in.
  active_at TEXT NOT NULL,
  pinned BOOLEAN NOT NULL,
  -- When a reader asked the officers to look at it.
  marked_at TEXT,
  withdrawn_at TEXT,
  hidden_at TEXT,
  hidden_by TEXT,
  hidden_because TEXT,
  CHECK ((kind = 'reply') = (thread_id IS NOT NULL)),
  CHECK ((hidden_at IS NULL) = (hidden_because IS NULL))
);
CREATE INDEX forum_post_organization ON forum_post (organization_id, active_at, id)
  WHERE thread_id IS NULL;
CREATE INDEX forum_post_thread ON forum_post (thread_id, id);
CREATE INDEX forum_post_author ON forum_post (author_id);

-- Service and help with recruitment, with the hours that people gave.
CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  organization_id TEXT NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('service', 'recruitment')),
  title TEXT NOT NULL,
  details TEXT NOT NULL,
  partners TEXT NOT NULL,
  held_on TEXT NOT NULL,
  -- Hours are kept in quarters of an hour.
  planned_quarters BIGINT NOT NULL,
  kept_by TEXT,
  kept_at TEXT NOT NULL,
  canceled_at TEXT
);
CREATE INDEX activity_organization ON activity (organization_id, held_on, id);

CREATE TABLE activity_hours (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  -- NULL where it is forgotten that the person belonged here.
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  quarters BIGINT NOT NULL,
  -- Whether the person is part of the recruitment team; asked for recruitment alone.
  on_recruitment_team BOOLEAN,
  noted_at TEXT NOT NULL,
  confirmed_by TEXT,
  confirmed_at TEXT,
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
CREATE UNIQUE INDEX activity_hours_person ON activity_hours (activity_id, person_id);
CREATE INDEX activity_hours_of ON activity_hours (person_id);
