-- The seat map is read from indexes alone. SQLite takes an index for one that covers a question
-- only where it holds each column that is named, even those that its own condition fixes.
DROP INDEX seating_held;
CREATE INDEX seating_held ON seating
  (rule_id, unit, starts_on, ends_on, person_id, place, ended_on)
  WHERE place = 'holder' AND ended_on IS NULL;
DROP INDEX nomination_seat;
CREATE INDEX nomination_seat ON nomination (rule_id, unit, state) WHERE state = 'awaiting';
DROP INDEX program_department;
CREATE INDEX program_department ON program (department_id, closed_on);
