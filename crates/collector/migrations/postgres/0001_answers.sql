-- The tables of migrations/sqlite. Nothing here needs an extension, a trigger, a sequence or an advisory lock.

CREATE TABLE definitions (
  version TEXT NOT NULL PRIMARY KEY,
  survey  TEXT NOT NULL,
  text    TEXT NOT NULL
);

-- The key begins with a random id: rows spread evenly over ranges, tablets or shards. No row number, no exact time.
CREATE TABLE responses (
  id             UUID    NOT NULL,
  rev            BIGINT  NOT NULL,
  body           TEXT    NOT NULL, -- not JSONB: the bytes as they came, and "\u0000" is an answer too
  sha256         TEXT    NOT NULL,
  shape          TEXT    NOT NULL CHECK (shape IN ('json', 'form')),
  survey         TEXT    NOT NULL,
  survey_version TEXT    NOT NULL,
  validated      BOOLEAN NOT NULL,
  unit           TEXT    NOT NULL,
  counter        TEXT,
  field          TEXT,
  "procedure"    TEXT,
  place_known    BOOLEAN NOT NULL,
  complete       BOOLEAN NOT NULL,
  saved_at       TEXT    NOT NULL,
  received_at    TEXT    NOT NULL,
  month          TEXT    NOT NULL,
  lang           TEXT    NOT NULL,
  app            TEXT    NOT NULL,
  fetch_site     TEXT,
  level          BIGINT  CHECK (level BETWEEN 1 AND 5),
  PRIMARY KEY (id, rev)
);

CREATE INDEX responses_month ON responses (unit, month);

CREATE TABLE conflicts (
  id          UUID   NOT NULL,
  rev         BIGINT NOT NULL,
  sha256      TEXT   NOT NULL,
  body        TEXT   NOT NULL,
  received_at TEXT   NOT NULL,
  PRIMARY KEY (id, rev, sha256),
  FOREIGN KEY (id, rev) REFERENCES responses (id, rev) ON DELETE CASCADE
);

CREATE TABLE deleted (
  id UUID NOT NULL PRIMARY KEY
);
