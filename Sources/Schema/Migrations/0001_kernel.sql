-- What every part stands on: settings, the audit trail, jobs, mail and notices.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT
);

-- Append-only: each entry carries the hash of the one before it.
CREATE TABLE audit_entry (
  number BIGINT PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT,
  act TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_kind, subject, number);
CREATE INDEX audit_entry_actor ON audit_entry (actor, number);

-- Work that goes on after an answer: claimed with a lease, repeated when a lease runs out.
CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  due_at TEXT NOT NULL,
  lease_until TEXT,
  attempts BIGINT NOT NULL,
  progress_done BIGINT NOT NULL,
  progress_total BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  created_by TEXT,
  created_at TEXT NOT NULL,
  finished_at TEXT
);
CREATE INDEX job_due ON job (due_at) WHERE state IN ('waiting', 'running');

-- Mail that was decided in a transaction and is sent after it.
CREATE TABLE outbox_message (
  id TEXT PRIMARY KEY,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
  due_at TEXT NOT NULL,
  lease_until TEXT,
  attempts BIGINT NOT NULL,
  answer TEXT NOT NULL,
  created_at TEXT NOT NULL,
  sent_at TEXT
);
CREATE INDEX outbox_message_due ON outbox_message (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_message_state ON outbox_message (state, id);

-- What a person should know, in the application and, by their choice, in a mail.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  sentence TEXT NOT NULL,
  path TEXT NOT NULL,
  at TEXT NOT NULL,
  read_at TEXT,
  mailed_at TEXT
);
CREATE INDEX notice_person ON notice (person, id);
CREATE INDEX notice_unread ON notice (person) WHERE read_at IS NULL;
CREATE INDEX notice_unmailed ON notice (person) WHERE mailed_at IS NULL;

-- A person's choice for a kind of notice; without a row, the daily digest.
CREATE TABLE notice_choice (
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  delivery TEXT NOT NULL CHECK (delivery IN ('none', 'digest', 'at_once')),
  PRIMARY KEY (person, kind)
);
