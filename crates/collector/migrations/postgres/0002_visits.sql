-- As migrations/sqlite/0003_visits.sql says.
ALTER TABLE responses ADD COLUMN tier TEXT NOT NULL DEFAULT 'poster'
  CHECK (tier IN ('token', 'token-late', 'token-reused', 'poster', 'embed'));
-- Not as JSON: no operator reads a body with "\u0000" in it. Inside a text the quotes would be escaped.
UPDATE responses SET tier = 'embed' WHERE body LIKE '%"context":{"mode":"embed"%';

CREATE TABLE visits (
  mark   TEXT    NOT NULL PRIMARY KEY,
  holder TEXT    NOT NULL,
  late   BOOLEAN NOT NULL,
  until  TEXT    NOT NULL
);
