-- The rating 1 to 5 beside the body: counting must not depend on what else stands in it. NULL: no rating.
ALTER TABLE responses ADD COLUMN level INTEGER CHECK (level BETWEEN 1 AND 5);
UPDATE responses SET level = CAST(json_extract(body, '$.answers.overall') AS INTEGER)
WHERE json_extract(body, '$.answers.overall') IN (1, 2, 3, 4, 5);
