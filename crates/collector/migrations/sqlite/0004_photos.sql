-- Hashes of the photos in an answer, with blanks between. NULL: none.
ALTER TABLE responses ADD COLUMN photos TEXT;
CREATE INDEX responses_photos ON responses (photos) WHERE photos IS NOT NULL;

-- By the hash of their bytes: the same photo is here once. `named`: a latest revision holds it; the others go after a day.
CREATE TABLE photos (
  sha256 TEXT    NOT NULL PRIMARY KEY,
  media  TEXT    NOT NULL CHECK (media IN ('image/jpeg', 'image/png', 'image/webp')),
  size   INTEGER NOT NULL,
  day    TEXT    NOT NULL, -- on which it came
  named  INTEGER NOT NULL CHECK (named IN (0, 1)),
  bytes  BLOB    NOT NULL
) STRICT;

CREATE INDEX photos_size ON photos (named, day, size);
