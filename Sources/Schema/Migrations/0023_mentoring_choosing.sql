-- Where people ask or rank for themselves: since which day they can, and how often they were
-- reminded of it since.
ALTER TABLE mentoring_enrollment ADD COLUMN chooses_since TEXT;
ALTER TABLE mentoring_enrollment ADD COLUMN choosing_reminders BIGINT NOT NULL DEFAULT 0;
