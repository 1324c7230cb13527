-- What elections do by themselves: open at their time, remind, and seat who waits for a seat.

-- What was told when something stood in the way of the next step; told anew when it changes.
ALTER TABLE election ADD COLUMN told_obstacle TEXT NOT NULL DEFAULT '';
-- How many times those on the roll were reminded.
ALTER TABLE election ADD COLUMN reminders BIGINT NOT NULL DEFAULT 0;
-- Whether somebody elected takes the seat when it falls free.
ALTER TABLE elected_candidate ADD COLUMN waits BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX elected_candidate_waits ON elected_candidate (election_id, place) WHERE waits;

-- Who was elected without a vote is kept like everybody who was elected.
INSERT INTO elected_candidate (election_id, place, candidate_id, seating_id, obstacle)
SELECT election.id, row_number() OVER (PARTITION BY election.id ORDER BY candidate.id),
  candidate.id, (SELECT min(seating.id) FROM seating
    WHERE seating.rule_id = election.rule_id AND seating.person_id = candidate.person_id
      AND seating.evidence = election.title || ', elected without a vote'), ''
FROM election JOIN candidate ON candidate.election_id = election.id
WHERE election.state = 'certified' AND election.opened_at IS NULL
  AND candidate.state = 'accepted';
