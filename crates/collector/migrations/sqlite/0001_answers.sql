-- "MC01": tells our databases from other SQLite files.
PRAGMA application_id = 1296248881;

-- Every definition ever served here, by the hash of its bytes: what an old phone sends is checked by what it was shown.
CREATE TABLE definitions (
  version TEXT NOT NULL PRIMARY KEY,
  survey  TEXT NOT NULL,
  text    TEXT NOT NULL
) STRICT;

-- One row a revision. No row number and no exact time: the order in which people came must not be in the file.
CREATE TABLE responses (
  id             TEXT    NOT NULL,
  rev            INTEGER NOT NULL,
  body           TEXT    NOT NULL, -- JSON: the bytes as they came. Form: the answer built from it.
  sha256         TEXT    NOT NULL, -- of `body`
  shape          TEXT    NOT NULL CHECK (shape IN ('json', 'form')),
  survey         TEXT    NOT NULL,
  survey_version TEXT    NOT NULL,
  validated      INTEGER NOT NULL CHECK (validated IN (0, 1)),
  unit           TEXT    NOT NULL,
  counter        TEXT,
  field          TEXT,
  "procedure"    TEXT,
  place_known    INTEGER NOT NULL CHECK (place_known IN (0, 1)),
  complete       INTEGER NOT NULL CHECK (complete IN (0, 1)),
  saved_at       TEXT    NOT NULL, -- the phone's clock, rounded there
  received_at    TEXT    NOT NULL, -- ours, rounded as the site says
  month          TEXT    NOT NULL, -- of `received_at`
  lang           TEXT    NOT NULL,
  app            TEXT    NOT NULL,
  fetch_site     TEXT,             -- Sec-Fetch-Site
  PRIMARY KEY (id, rev)
) STRICT, WITHOUT ROWID;

CREATE INDEX responses_month ON responses (unit, month);

-- Another body under the same id and revision: kept, never counted.
CREATE TABLE conflicts (
  id          TEXT    NOT NULL,
  rev         INTEGER NOT NULL,
  sha256      TEXT    NOT NULL,
  body        TEXT    NOT NULL,
  received_at TEXT    NOT NULL,
  PRIMARY KEY (id, rev, sha256),
  FOREIGN KEY (id, rev) REFERENCES responses (id, rev) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Ids whose owner wants them gone. A retry that comes later must not bring them back.
CREATE TABLE deleted (
  id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
