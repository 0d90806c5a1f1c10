-- AlterEnum
ALTER TYPE "PartyKind" ADD VALUE 'PERSON';
ALTER TYPE "PartyKind" ADD VALUE 'GROUP';

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "draft" TEXT,
ADD COLUMN     "meeting" TEXT;

-- AlterTable
ALTER TABLE "proposition" ADD COLUMN     "series" TEXT;

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "citation" TEXT,
    "licence" TEXT,
    "licence_address" TEXT,
    "address" TEXT,
    "reviewed_on" DATE,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- Below: what a Prisma schema cannot say ------------------------------------------------------------------------------------

-- Makes a table part of the ledger: its rows are added in the newest revision, retired once, and nothing else happens to them.
CREATE PROCEDURE keep_records(name text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER %I_retire_only BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION ledger_retire_only()', name, name);
  EXECUTE format('CREATE TRIGGER %I_no_delete BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION ledger_refuse()', name, name);
  EXECUTE format('CREATE TRIGGER %I_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse()', name, name);
  EXECUTE format('CREATE TRIGGER %I_add_now AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_add_now()', name, name);
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (retired_in > added_in)', name, name || '_retired_after_added');
END $$;

CALL keep_records('source');
CREATE UNIQUE INDEX source_once ON source (key) WHERE retired_in IS NULL;
ALTER TABLE source ADD CONSTRAINT source_key_form CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE proposition DROP CONSTRAINT proposition_roll_call_is_described;
ALTER TABLE proposition ADD CONSTRAINT proposition_roll_call_is_described CHECK (
  CASE kind
    WHEN 'ROLL_CALL' THEN num_nulls(body, session, tabled_on, tabled_on_precision, text_scope) = 0
    ELSE num_nonnulls(body, session, series, tabled_on, tabled_on_precision, text_scope, important, yes, no, abstain) = 0
  END);

CREATE OR REPLACE FUNCTION canonical_document(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', to_json(t."title"), E'\t', to_json(t."publisher"), E'\t', t."kind", E'\t', t."date", E'\t', t."precision", E'\t', to_json(t."symbol"), E'\t', t."addresses", E'\t', t."verification", E'\t', to_json(t."note"), E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version, E'\tmeeting=' || to_json(t."meeting"), E'\tdraft=' || to_json(t."draft"))
  FROM (
    SELECT 'ADDED' AS change, 0 AS version, coalesce((SELECT a.before FROM amendment a WHERE a.record = 'document' AND a.record_id = p.id ORDER BY a.id LIMIT 1), to_jsonb(p)) AS content
    FROM document p WHERE p.added_in = $1
    UNION ALL
    SELECT 'AMENDED', (SELECT count(*) FROM amendment a WHERE a.record = 'document' AND a.record_id = began.record_id AND a.id <= began.id),
      coalesce((SELECT a.before FROM amendment a WHERE a.record = 'document' AND a.record_id = began.record_id AND a.id > began.id ORDER BY a.id LIMIT 1), to_jsonb(p))
    FROM amendment began LEFT JOIN document p ON p.id = began.record_id
    WHERE began.revision = $1 AND began.record = 'document'
  ) state, jsonb_populate_record(NULL::document, state.content) t
$$;

CREATE OR REPLACE FUNCTION canonical_proposition(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', t."kind", E'\t', to_json(t."text"), E'\t', to_json(t."note"), E'\t', to_json(t."body"), E'\t', t."session", E'\t', to_json(t."symbol"), E'\t', t."tabled_on", E'\t', t."tabled_on_precision", E'\t', t."text_scope", E'\t', t."important", E'\t', t."yes", E'\t', t."no", E'\t', t."abstain", E'\t', "ref_document".key, E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version, E'\tseries=' || to_json(t."series"))
  FROM (
    SELECT 'ADDED' AS change, 0 AS version, coalesce((SELECT a.before FROM amendment a WHERE a.record = 'proposition' AND a.record_id = p.id ORDER BY a.id LIMIT 1), to_jsonb(p)) AS content
    FROM proposition p WHERE p.added_in = $1
    UNION ALL
    SELECT 'AMENDED', (SELECT count(*) FROM amendment a WHERE a.record = 'proposition' AND a.record_id = began.record_id AND a.id <= began.id),
      coalesce((SELECT a.before FROM amendment a WHERE a.record = 'proposition' AND a.record_id = began.record_id AND a.id > began.id ORDER BY a.id LIMIT 1), to_jsonb(p))
    FROM amendment began LEFT JOIN proposition p ON p.id = began.record_id
    WHERE began.revision = $1 AND began.record = 'proposition'
  ) state, jsonb_populate_record(NULL::proposition, state.content) t LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id"
$$;

CREATE FUNCTION canonical_source(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', t."key", concat(to_json(t."key"), E'\t', to_json(t."title"), E'\t', to_json(t."publisher"), E'\t', to_json(t."citation"), E'\t', to_json(t."licence"), E'\t', to_json(t."licence_address"), E'\t', to_json(t."address"), E'\t', t."reviewed_on")
  FROM source t WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', t."key", concat(to_json(t."key"), E'\t', to_json(t."title"), E'\t', to_json(t."publisher"), E'\t', to_json(t."citation"), E'\t', to_json(t."licence"), E'\t', to_json(t."licence_address"), E'\t', to_json(t."address"), E'\t', t."reviewed_on", E'\t', t.added_in)
  FROM source t WHERE t.retired_in = $1
$$;


-- Defines revision_tables(revision): which of the ledger's tables a revision touched. One plan for all of them, which a session keeps; without
-- statistics, which know nothing of the newest revision, only an index is right. A migration that adds a table calls this with all of them.
CREATE PROCEDURE digest_tables(names text[]) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION revision_tables(revision integer) RETURNS text[] LANGUAGE plpgsql STABLE
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS %L',
    'BEGIN RETURN ARRAY(SELECT name FROM (' || (
      SELECT string_agg(format('SELECT %1$L AS name, EXISTS (SELECT FROM %1$I WHERE added_in = $1) OR EXISTS (SELECT FROM %1$I WHERE retired_in = $1)
        OR EXISTS (SELECT FROM amendment WHERE amendment.revision = $1 AND record = %1$L) AS touched', name), ' UNION ALL ')
      FROM unnest(names) name) || ') t WHERE touched); END');
END $$;

CALL digest_tables(ARRAY['source', 'verb_guide', 'party', 'membership', 'issue', 'document', 'signatory', 'proposition', 'proposition_issue',
  'stance', 'citation', 'absence', 'passage', 'passage_party', 'passage_stance']);

-- For each table and change of a revision how many rows, and the SHA-256 over those of each subject, in an order that no locale decides.
-- Planned each time: a revision may hold one row or a million.
CREATE OR REPLACE FUNCTION revision_parts(revision integer) RETURNS jsonb LANGUAGE plpgsql STABLE
  SET datestyle = 'ISO, YMD' SET timezone = 'UTC' SET work_mem = '64MB' SET jit = off
  SET enable_nestloop = on SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  name text;
  of_table jsonb;
  parts jsonb := '{}';
BEGIN
  -- Of many rows at once the statistics know nothing yet; one look-up for each would take twice as long.
  IF (SELECT count(*) FROM (SELECT FROM stance WHERE added_in = $1 LIMIT 10000) many) = 10000 THEN
    PERFORM set_config('enable_nestloop', 'off', true);
  END IF;
  FOREACH name IN ARRAY revision_tables(revision)
  LOOP
    EXECUTE format($query$
      SELECT coalesce(jsonb_object_agg(%1$L || ' ' || change, jsonb_build_object('rows', rows, 'sha256', digest)), '{}')
      FROM (
        SELECT change, sum(rows) AS rows,
          encode(sha256(string_agg(digest, '' ORDER BY subject COLLATE "C")), 'hex') AS digest
        FROM (
          SELECT change, subject, cardinality(lines) AS rows,
            sha256(convert_to(array_to_string(ARRAY(SELECT line FROM unnest(lines) line ORDER BY line COLLATE "C"), E'\n'), 'UTF8')) AS digest
          FROM (SELECT change, subject COLLATE "C" AS subject, array_agg(line) AS lines FROM %2$I($1) GROUP BY 1, 2) gathered) subjects
        GROUP BY change) changes$query$, name, 'canonical_' || name) INTO of_table USING revision;
    parts := parts || of_table;
  END LOOP;
  RETURN parts;
END $$;
