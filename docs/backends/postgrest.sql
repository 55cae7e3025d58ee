-- Một Cửa on PostgreSQL behind PostgREST: anonymous visitors may add answers, and nothing else (docs/backends/postgrest.md).
-- Run once, as the owner of the database: psql -v ON_ERROR_STOP=1 -f postgrest.sql
BEGIN;

-- What a request without a token is run as: db-anon-role of postgrest.conf.
CREATE ROLE anon NOLOGIN;
-- What PostgREST logs in as. Change the password.
CREATE ROLE authenticator LOGIN NOINHERIT PASSWORD 'change-me';
GRANT anon TO authenticator;
-- Who reads: give this role to the leader's login.
CREATE ROLE ward_reader NOLOGIN;

-- The schema that PostgREST shows: db-schemas.
CREATE SCHEMA api;
GRANT USAGE ON SCHEMA api TO anon;

-- One row a revision. (id, rev) has to stay the only unique thing: a 409 then proves that very revision.
-- json keeps the text as it came; jsonb would refuse some characters.
CREATE TABLE api.answers (
  id uuid NOT NULL,
  rev integer NOT NULL CHECK (rev > 0),
  body json NOT NULL,
  received_on date NOT NULL DEFAULT current_date,
  PRIMARY KEY (id, rev)
);

ALTER TABLE api.answers ENABLE ROW LEVEL SECURITY;
GRANT INSERT (id, rev, body) ON api.answers TO anon;
CREATE POLICY citizens_add ON api.answers FOR INSERT TO anon
  WITH CHECK (body ->> 'id' = id::text AND body ->> 'rev' = rev::text AND octet_length(body::text) <= 65536);
GRANT SELECT ON api.answers TO ward_reader;
CREATE POLICY ward_reads ON api.answers FOR SELECT TO ward_reader USING (true);

-- What counts: the highest revision of each answer. Outside the schema that is shown.
CREATE SCHEMA report;
GRANT USAGE ON SCHEMA report TO ward_reader;
CREATE VIEW report.last_answers WITH (security_barrier) AS
  SELECT DISTINCT ON (id) id, rev, received_on, body ->> 'survey' AS survey, body -> 'place' ->> 'unit' AS unit,
    body -> 'place' ->> 'counter' AS counter, body -> 'answers' AS answers, body ->> 'savedAt' AS saved_at, body
  FROM api.answers ORDER BY id, rev DESC;
GRANT SELECT ON report.last_answers TO ward_reader;

-- Only for "revisions": "replace": one row an answer, and a lower revision never wins, however late it comes.
CREATE TABLE report.kept (id uuid PRIMARY KEY, rev integer NOT NULL CHECK (rev > 0), body json NOT NULL);
CREATE FUNCTION api.keep(id uuid, rev integer, body json) RETURNS json
  LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO report.kept AS k SELECT keep.id, keep.rev, keep.body
    WHERE keep.body ->> 'id' = keep.id::text AND octet_length(keep.body::text) <= 65536
    ON CONFLICT (id) DO UPDATE SET rev = excluded.rev, body = excluded.body WHERE k.rev < excluded.rev;
  SELECT json_build_object('id', keep.id, 'rev', keep.rev);
$$;
REVOKE ALL ON FUNCTION api.keep FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.keep TO anon;

COMMIT;
