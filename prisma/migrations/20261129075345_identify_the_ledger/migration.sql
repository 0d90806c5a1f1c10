-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "digest" BYTEA,
ADD COLUMN     "parts" JSONB;

-- AlterTable
ALTER TABLE "revision_counter" ADD COLUMN     "ledger" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateIndex
CREATE INDEX "document_added_in_idx" ON "document"("added_in");

-- CreateIndex
CREATE INDEX "membership_added_in_idx" ON "membership"("added_in");

-- CreateIndex
CREATE INDEX "passage_added_in_idx" ON "passage"("added_in");

-- CreateIndex
CREATE INDEX "passage_party_added_in_idx" ON "passage_party"("added_in");

-- CreateIndex
CREATE INDEX "passage_stance_added_in_idx" ON "passage_stance"("added_in");

-- CreateIndex
CREATE INDEX "signatory_added_in_idx" ON "signatory"("added_in");

-- Rows of a revision in their canonical form: what `canonicalFunction` of src/ledger/tables/canonical-sql.ts gives for each table -------------------

CREATE FUNCTION canonical_verb_guide(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', t."verb", concat(to_json(t."verb"), E'\t', t."position")
  FROM verb_guide t WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', t."verb", concat(to_json(t."verb"), E'\t', t."position", E'\t', t.added_in)
  FROM verb_guide t WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_party(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', t."kind", E'\t', to_json(t."iso3"), E'\t', to_json(t."name"), E'\t', to_json(t."aliases"), E'\t', t."founded", E'\t', to_json(t."note"), E'\t', t."verification", E'\t', to_json(t."addresses"), E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version)
  FROM (
    SELECT 'ADDED' AS change, 0 AS version, coalesce((SELECT a.before FROM amendment a WHERE a.record = 'party' AND a.record_id = p.id ORDER BY a.id LIMIT 1), to_jsonb(p)) AS content
    FROM party p WHERE p.added_in = $1
    UNION ALL
    SELECT 'AMENDED', (SELECT count(*) FROM amendment a WHERE a.record = 'party' AND a.record_id = began.record_id AND a.id <= began.id),
      coalesce((SELECT a.before FROM amendment a WHERE a.record = 'party' AND a.record_id = began.record_id AND a.id > began.id ORDER BY a.id LIMIT 1), to_jsonb(p))
    FROM amendment began LEFT JOIN party p ON p.id = began.record_id
    WHERE began.revision = $1 AND began.record = 'party'
  ) state, jsonb_populate_record(NULL::party, state.content) t
$$;

CREATE FUNCTION canonical_membership(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_bloc".key, concat("ref_bloc".key, E'\t', "ref_member".key, E'\t', t."from", E'\t', t."until", E'\t', t."precision", E'\t', t."status", E'\t', t."role", E'\t', to_json(t."note"))
  FROM membership t LEFT JOIN party "ref_bloc" ON "ref_bloc".id = t."bloc_id" LEFT JOIN party "ref_member" ON "ref_member".id = t."member_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_bloc".key, concat("ref_bloc".key, E'\t', "ref_member".key, E'\t', t."from", E'\t', t."until", E'\t', t."precision", E'\t', t."status", E'\t', t."role", E'\t', to_json(t."note"), E'\t', t.added_in)
  FROM membership t LEFT JOIN party "ref_bloc" ON "ref_bloc".id = t."bloc_id" LEFT JOIN party "ref_member" ON "ref_member".id = t."member_id" WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_issue(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', to_json(t."name"), E'\t', to_json(t."summary"), E'\t', t."tier", E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version)
  FROM (
    SELECT 'ADDED' AS change, 0 AS version, coalesce((SELECT a.before FROM amendment a WHERE a.record = 'issue' AND a.record_id = p.id ORDER BY a.id LIMIT 1), to_jsonb(p)) AS content
    FROM issue p WHERE p.added_in = $1
    UNION ALL
    SELECT 'AMENDED', (SELECT count(*) FROM amendment a WHERE a.record = 'issue' AND a.record_id = began.record_id AND a.id <= began.id),
      coalesce((SELECT a.before FROM amendment a WHERE a.record = 'issue' AND a.record_id = began.record_id AND a.id > began.id ORDER BY a.id LIMIT 1), to_jsonb(p))
    FROM amendment began LEFT JOIN issue p ON p.id = began.record_id
    WHERE began.revision = $1 AND began.record = 'issue'
  ) state, jsonb_populate_record(NULL::issue, state.content) t
$$;

CREATE FUNCTION canonical_document(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', to_json(t."title"), E'\t', to_json(t."publisher"), E'\t', t."kind", E'\t', t."date", E'\t', t."precision", E'\t', to_json(t."symbol"), E'\t', t."addresses", E'\t', t."verification", E'\t', to_json(t."note"), E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version)
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

CREATE FUNCTION canonical_signatory(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_document".key, concat("ref_document".key, E'\t', "ref_party".key, E'\t', t."date", E'\t', t."role")
  FROM signatory t LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_document".key, concat("ref_document".key, E'\t', "ref_party".key, E'\t', t."date", E'\t', t."role", E'\t', t.added_in)
  FROM signatory t LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_proposition(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', t."kind", E'\t', to_json(t."text"), E'\t', to_json(t."note"), E'\t', to_json(t."body"), E'\t', t."session", E'\t', to_json(t."symbol"), E'\t', t."tabled_on", E'\t', t."tabled_on_precision", E'\t', t."text_scope", E'\t', t."important", E'\t', t."yes", E'\t', t."no", E'\t', t."abstain", E'\t', "ref_document".key, E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version)
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

CREATE FUNCTION canonical_proposition_issue(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_proposition".key, E'\t', "ref_issue".key)
  FROM proposition_issue t LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" LEFT JOIN issue "ref_issue" ON "ref_issue".id = t."issue_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_proposition".key, E'\t', "ref_issue".key, E'\t', t.added_in)
  FROM proposition_issue t LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" LEFT JOIN issue "ref_issue" ON "ref_issue".id = t."issue_id" WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_stance(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', t."held_from", E'\t', t."position", E'\t', t."held_from_precision", E'\t', t."held_until", E'\t', t."basis", E'\t', t."confidence", E'\t', t."tier", E'\t', t."change_kind", E'\t', to_json(t."verb"), E'\t', to_json(t."rationale"))
  FROM stance t LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', t."held_from", E'\t', t."position", E'\t', t."held_from_precision", E'\t', t."held_until", E'\t', t."basis", E'\t', t."confidence", E'\t', t."tier", E'\t', t."change_kind", E'\t', to_json(t."verb"), E'\t', to_json(t."rationale"), E'\t', t.added_in)
  FROM stance t LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_citation(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', stance."held_from", E'\t', t."ordinal", E'\t', "ref_document".key, E'\t', t."role", E'\t', to_json(t."locator"), E'\t', to_json(t."key_phrase"), E'\t', t."verification", E'\t', to_json(t."verified_at"), E'\t', to_json(t."verified_in"), E'\t', stance.added_in)
  FROM citation t LEFT JOIN stance ON stance.id = t.stance_id LEFT JOIN party "ref_party" ON "ref_party".id = stance."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = stance."proposition_id" LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', stance."held_from", E'\t', t."ordinal", E'\t', "ref_document".key, E'\t', t."role", E'\t', to_json(t."locator"), E'\t', to_json(t."key_phrase"), E'\t', t."verification", E'\t', to_json(t."verified_at"), E'\t', to_json(t."verified_in"), E'\t', stance.added_in, E'\t', t.added_in)
  FROM citation t LEFT JOIN stance ON stance.id = t.stance_id LEFT JOIN party "ref_party" ON "ref_party".id = stance."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = stance."proposition_id" LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_absence(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', t."date", E'\t', t."precision", E'\t', "ref_document".key)
  FROM absence t LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', t."date", E'\t', t."precision", E'\t', "ref_document".key, E'\t', t.added_in)
  FROM absence t LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_passage(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', "ref_document".key, E'\t', to_json(t."locator"), E'\t', to_json(t."speaker"), E'\t', to_json(t."verb"), E'\t', to_json(t."key_phrase"), E'\t', t."kind", E'\t', to_json(t."note"), E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version)
  FROM (
    SELECT 'ADDED' AS change, 0 AS version, coalesce((SELECT a.before FROM amendment a WHERE a.record = 'passage' AND a.record_id = p.id ORDER BY a.id LIMIT 1), to_jsonb(p)) AS content
    FROM passage p WHERE p.added_in = $1
    UNION ALL
    SELECT 'AMENDED', (SELECT count(*) FROM amendment a WHERE a.record = 'passage' AND a.record_id = began.record_id AND a.id <= began.id),
      coalesce((SELECT a.before FROM amendment a WHERE a.record = 'passage' AND a.record_id = began.record_id AND a.id > began.id ORDER BY a.id LIMIT 1), to_jsonb(p))
    FROM amendment began LEFT JOIN passage p ON p.id = began.record_id
    WHERE began.revision = $1 AND began.record = 'passage'
  ) state, jsonb_populate_record(NULL::passage, state.content) t LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id"
$$;

CREATE FUNCTION canonical_passage_party(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_passage".key, concat("ref_passage".key, E'\t', "ref_party".key)
  FROM passage_party t LEFT JOIN passage "ref_passage" ON "ref_passage".id = t."passage_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_passage".key, concat("ref_passage".key, E'\t', "ref_party".key, E'\t', t.added_in)
  FROM passage_party t LEFT JOIN passage "ref_passage" ON "ref_passage".id = t."passage_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" WHERE t.retired_in = $1
$$;

CREATE FUNCTION canonical_passage_stance(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_passage".key, E'\t', "ref_party".key, E'\t', "ref_proposition".key, E'\t', t."held_from")
  FROM passage_stance t LEFT JOIN passage "ref_passage" ON "ref_passage".id = t."passage_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_passage".key, E'\t', "ref_party".key, E'\t', "ref_proposition".key, E'\t', t."held_from", E'\t', t.added_in)
  FROM passage_stance t LEFT JOIN passage "ref_passage" ON "ref_passage".id = t."passage_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" WHERE t.retired_in = $1
$$;

-- Digests --------------------------------------------------------------------------------------------------------------------------

CREATE INDEX citation_retired ON citation (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX document_retired ON document (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX membership_retired ON membership (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX passage_retired ON passage (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX passage_party_retired ON passage_party (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX passage_stance_retired ON passage_stance (retired_in) WHERE retired_in IS NOT NULL;
CREATE INDEX signatory_retired ON signatory (retired_in) WHERE retired_in IS NOT NULL;

-- For each table and change of a revision how many rows, and the SHA-256 over those of each subject, in an order that no locale decides.
-- Planned each time: a revision may hold one row or a million.
CREATE FUNCTION revision_parts(revision integer) RETURNS jsonb LANGUAGE plpgsql STABLE
  SET datestyle = 'ISO, YMD' SET timezone = 'UTC' SET work_mem = '64MB' SET jit = off
  SET enable_nestloop = on SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  name text;
  found boolean;
  of_table jsonb;
  parts jsonb := '{}';
BEGIN
  -- Of many rows at once the statistics know nothing yet; one look-up for each would take twice as long.
  IF (SELECT count(*) FROM (SELECT FROM stance WHERE added_in = $1 LIMIT 10000) many) = 10000 THEN
    PERFORM set_config('enable_nestloop', 'off', true);
  END IF;
  FOREACH name IN ARRAY ARRAY['verb_guide', 'party', 'membership', 'issue', 'document', 'signatory', 'proposition', 'proposition_issue',
    'stance', 'citation', 'absence', 'passage', 'passage_party', 'passage_stance']
  LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %1$I WHERE added_in = $1) OR EXISTS (SELECT FROM %1$I WHERE retired_in = $1)
      OR EXISTS (SELECT FROM amendment WHERE revision = $1 AND record = %1$L)', name) INTO found USING revision;
    CONTINUE WHEN NOT found;
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

-- Chains a revision to the one before; the first one to the name of the ledger.
CREATE FUNCTION revision_digest(said revision, parts jsonb, before bytea) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(
    coalesce(before, (SELECT sha256(convert_to('concord ledger ' || ledger, 'UTF8')) FROM revision_counter))
    || convert_to(
      concat(said.number, E'\t', (extract(epoch FROM said.time) * 1000)::bigint, E'\t', to_json(said.author), E'\t', to_json(said.source),
        E'\t', to_json(said.message), E'\n',
        (SELECT string_agg(concat(key, E'\t', value->>'rows', E'\t', value->>'sha256', E'\n'), '' ORDER BY key COLLATE "C")
         FROM jsonb_each(parts))),
      'UTF8'))
$$;

-- As a revision is committed, all its rows are there, and no other can be committed between this one and the one before.
CREATE FUNCTION revision_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before revision;
  sealed revision := NEW;
BEGIN
  SELECT * INTO before FROM revision WHERE number = NEW.number - 1;
  sealed.time := greatest(before.time, date_trunc('milliseconds', clock_timestamp()));
  sealed.parts := revision_parts(NEW.number);
  sealed.digest := revision_digest(sealed, sealed.parts, before.digest);
  UPDATE revision SET time = sealed.time, parts = sealed.parts, digest = sealed.digest WHERE number = NEW.number;
  RETURN NULL;
END $$;

-- What is there already: a later revision was never committed before an earlier one.
DROP TRIGGER revision_keep ON revision;
UPDATE revision SET time = latest
FROM (SELECT number AS of, max(time) OVER (ORDER BY number) AS latest FROM revision) ordered WHERE number = of AND time <> latest;
DO $$
DECLARE
  sealed revision;
  last bytea;
BEGIN
  FOR sealed IN SELECT * FROM revision ORDER BY number LOOP
    sealed.parts := revision_parts(sealed.number);
    last := revision_digest(sealed, sealed.parts, last);
    UPDATE revision SET parts = sealed.parts, digest = last WHERE number = sealed.number;
  END LOOP;
END $$;

CREATE FUNCTION revision_seal_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.digest IS NULL AND NEW.digest IS NOT NULL
    AND (NEW.number, NEW.author, NEW.source, NEW.message) = (OLD.number, OLD.author, OLD.source, OLD.message) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of revision is refused: the ledger keeps what was said' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER revision_keep BEFORE UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION revision_seal_only();

CREATE OR REPLACE FUNCTION revision_take_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE revision_counter SET last = last + 1 RETURNING last INTO NEW.number;
  NEW.parts := NULL;
  NEW.digest := NULL;
  RETURN NEW;
END $$;
CREATE CONSTRAINT TRIGGER revision_seal AFTER INSERT ON revision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.digest IS NULL) EXECUTE FUNCTION revision_seal();

-- What has a digest does not change any more ---------------------------------------------------------------------------------------

-- The revision that is being made; null when every one is committed.
CREATE FUNCTION open_revision() RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT number FROM revision WHERE number = (SELECT last FROM revision_counter) AND digest IS NULL
$$;

CREATE OR REPLACE FUNCTION ledger_retire_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unretired record := NEW;
BEGIN
  unretired.retired_in := NULL;
  IF OLD.retired_in IS NULL AND unretired IS NOT DISTINCT FROM OLD
    AND NEW.retired_in = (SELECT number FROM revision WHERE number = (SELECT last FROM revision_counter) AND digest IS NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'UPDATE of % is refused: a row can be retired, once, in the revision that is being made; nothing else of it changes', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION catalogue_amend() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.key <> OLD.key OR NEW.added_in <> OLD.added_in THEN
    RAISE EXCEPTION 'UPDATE of % is refused: id, key and the revision that added it do not change', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW IS DISTINCT FROM OLD THEN
    IF open_revision() IS NULL THEN
      RAISE EXCEPTION 'UPDATE of % is refused: texts are amended in a revision that is being made', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
    END IF;
    INSERT INTO amendment (revision, record, record_id, before)
      SELECT last, TG_TABLE_NAME, OLD.id, to_jsonb(OLD) FROM revision_counter;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION ledger_add_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE added_in IS DISTINCT FROM (SELECT open_revision())) THEN
    RAISE EXCEPTION 'INSERT into % is refused: rows are added in the revision that is being made', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- An amendment belongs to the revision that is being made as well.
CREATE FUNCTION amendment_add_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision IS DISTINCT FROM open_revision() THEN
    RAISE EXCEPTION 'INSERT into amendment is refused: it belongs to the revision that is being made' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER amendment_add_now BEFORE INSERT ON amendment FOR EACH ROW EXECUTE FUNCTION amendment_add_now();

-- Only a ledger without revisions can be given another name: that of the backup that it is filled with.
CREATE FUNCTION revision_counter_keep_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ledger <> OLD.ledger AND EXISTS (SELECT FROM revision WHERE digest IS NOT NULL AND OLD.last > 0) THEN
    RAISE EXCEPTION 'UPDATE of revision_counter is refused: a ledger keeps its name' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER revision_counter_keep_name BEFORE UPDATE ON revision_counter FOR EACH ROW EXECUTE FUNCTION revision_counter_keep_name();
