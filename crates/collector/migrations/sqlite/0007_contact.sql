-- The receipt, where the answer says how its owner can be reached (docs/data.md): so that this can be found and taken out, by its
-- owner, after the reply, or when its time is over. NULL: it says nothing of the kind, or not any more. What was kept before by the
-- survey `feedback` stays where it is until it is purged.
ALTER TABLE responses ADD COLUMN contact TEXT;
CREATE INDEX responses_contact ON responses (contact) WHERE contact IS NOT NULL;
