-- Where people ask or rank for themselves: since which day they can, and how often they were
-- reminded of it since.
ALTER TABLE mentoring_enrollment ADD COLUMN chooses_since TEXT;
ALTER TABLE mentoring_enrollment ADD COLUMN choosing_reminders BIGINT NOT NULL DEFAULT 0;
-- Of one who asks, in every state: who has not chosen is looked for each morning.
CREATE INDEX mentoring_request_mentee ON mentoring_request (mentee_id, state);
