-- How an answer came. 'token': with a visit token, its first answer. 'token-late': the same after the token's end.
-- 'token-reused': with one that another answer had before. 'poster', 'embed': without a good one.
ALTER TABLE responses ADD COLUMN tier TEXT NOT NULL DEFAULT 'poster'
  CHECK (tier IN ('token', 'token-late', 'token-reused', 'poster', 'embed'));
UPDATE responses SET tier = 'embed' WHERE json_extract(body, '$.context.mode') = 'embed';

-- Which tokens were used. Both columns are keyed hashes: without the key file no row leads to a token or to an answer.
CREATE TABLE visits (
  mark   TEXT    NOT NULL PRIMARY KEY,
  holder TEXT    NOT NULL,
  late   INTEGER NOT NULL CHECK (late IN (0, 1)),
  until  TEXT    NOT NULL -- month in which the token's hours of grace end: then the row may go
) STRICT, WITHOUT ROWID;
