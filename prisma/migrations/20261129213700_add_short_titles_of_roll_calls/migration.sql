-- AlterTable
ALTER TABLE "proposition" ADD COLUMN     "short_title" TEXT;

CREATE OR REPLACE FUNCTION canonical_proposition(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT state.change, t."key", concat(to_json(t."key"), E'\t', t."kind", E'\t', to_json(t."text"), E'\t', to_json(t."note"), E'\t', to_json(t."body"), E'\t', t."session", E'\t', to_json(t."symbol"), E'\t', t."tabled_on", E'\t', t."tabled_on_precision", E'\t', t."text_scope", E'\t', t."important", E'\t', t."yes", E'\t', t."no", E'\t', t."abstain", E'\t', "ref_document".key, E'\t', t.added_in, E'\t', t.retired_in, E'\t', state.version, E'\tshortTitle=' || to_json(t."short_title"), E'\tseries=' || to_json(t."series"))
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

-- Below: what a Prisma schema cannot say ------------------------------------------------------------------------------------

ALTER TABLE proposition DROP CONSTRAINT proposition_roll_call_is_described;
ALTER TABLE proposition ADD CONSTRAINT proposition_roll_call_is_described CHECK (
  CASE kind
    WHEN 'ROLL_CALL' THEN num_nulls(body, session, tabled_on, tabled_on_precision, text_scope) = 0
    ELSE num_nonnulls(short_title, body, session, series, tabled_on, tabled_on_precision, text_scope, important, yes, no, abstain) = 0
  END);
