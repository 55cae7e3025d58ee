-- As migrations/sqlite/0005_desk.sql.
-- What was told to everybody of a closed month: written once, never changed. A second telling of another number would tell a person.
CREATE TABLE publications (
  unit  TEXT NOT NULL,
  month TEXT NOT NULL,
  body  TEXT NOT NULL, -- JSON
  PRIMARY KEY (unit, month)
);

-- What the ward says to what somebody wrote: by receipt. It goes when the answer's owner deletes it.
CREATE TABLE replies (
  receipt TEXT NOT NULL PRIMARY KEY,
  words   TEXT NOT NULL, -- empty: read, and nothing said
  day     TEXT NOT NULL, -- 2026-11-21
  shown   TEXT NOT NULL CHECK (shown IN ('code', 'all')) -- to whom: who has the receipt, or everybody
);

-- Who may read what people wrote: names of desks, and Argon2 of their keys.
CREATE TABLE desk_keys (
  name TEXT NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL
);
