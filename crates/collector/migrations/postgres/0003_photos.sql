-- As migrations/sqlite/0004_photos.sql says.
ALTER TABLE responses ADD COLUMN photos TEXT;
CREATE INDEX responses_photos ON responses (id) WHERE photos IS NOT NULL;

CREATE TABLE photos (
  sha256 TEXT    NOT NULL PRIMARY KEY,
  media  TEXT    NOT NULL CHECK (media IN ('image/jpeg', 'image/png', 'image/webp')),
  size   BIGINT  NOT NULL,
  day    TEXT    NOT NULL,
  named  BOOLEAN NOT NULL,
  bytes  BYTEA   NOT NULL
);

CREATE INDEX photos_size ON photos (named, day, size);
