-- As migrations/sqlite/0007_contact.sql says.
ALTER TABLE responses ADD COLUMN contact TEXT;
CREATE INDEX responses_contact ON responses (contact) WHERE contact IS NOT NULL;
