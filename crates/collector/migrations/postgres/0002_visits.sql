-- As migrations/sqlite/0003_visits.sql says.
ALTER TABLE responses ADD COLUMN tier TEXT NOT NULL DEFAULT 'poster'
  CHECK (tier IN ('token', 'token-late', 'token-reused', 'poster', 'embed'));
UPDATE responses SET tier = 'embed' WHERE body::json #>> '{context,mode}' = 'embed';

CREATE TABLE visits (
  mark   TEXT    NOT NULL PRIMARY KEY,
  holder TEXT    NOT NULL,
  late   BOOLEAN NOT NULL,
  until  TEXT    NOT NULL
);
