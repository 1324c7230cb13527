-- What the roll of a meeting keeps of a seat, so that names follow who may read of whom, and the
-- evidence of a year can say whether someone whom peers chose was there.

-- Who sat in; NULL where nobody did, and in rolls that were written down before.
ALTER TABLE meeting_roll ADD COLUMN stand_in_id TEXT REFERENCES person (id) ON DELETE SET NULL;
CREATE INDEX meeting_roll_stand_in ON meeting_roll (stand_in_id);
-- Whether the seat was given by an election among peers; NULL in rolls from before.
ALTER TABLE meeting_roll ADD COLUMN peer_selected BOOLEAN;
