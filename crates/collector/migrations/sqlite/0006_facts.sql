-- What lets a reader see a flood: `rate`, at least so many sendings at this place within ten minutes (0: fewer than 64; else a
-- power of two: an exact number would tell the order in which people came); `trap`, a field was filled in that nobody sees.
ALTER TABLE responses ADD COLUMN rate INTEGER NOT NULL DEFAULT 0;
ALTER TABLE responses ADD COLUMN trap INTEGER NOT NULL DEFAULT 0 CHECK (trap IN (0, 1));
