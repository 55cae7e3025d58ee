-- As migrations/sqlite/0006_facts.sql says.
ALTER TABLE responses ADD COLUMN rate BIGINT NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN trap BOOLEAN NOT NULL DEFAULT FALSE;
