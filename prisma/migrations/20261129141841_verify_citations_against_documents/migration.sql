-- AlterTable
ALTER TABLE "citation" ADD COLUMN     "verified_against_id" INTEGER;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_verified_against_id_fkey" FOREIGN KEY ("verified_against_id") REFERENCES "document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What a revision digests of a citation: as before where no such document is recorded.
CREATE OR REPLACE FUNCTION canonical_citation(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', stance."held_from", E'\t', t."ordinal", E'\t', "ref_document".key, E'\t', t."role", E'\t', to_json(t."locator"), E'\t', to_json(t."key_phrase"), E'\t', t."verification", E'\t', to_json(t."verified_at"), E'\t', to_json(t."verified_in"), E'\t', stance.added_in, E'\tverifiedAgainst=' || "ref_verifiedAgainst".key)
  FROM citation t LEFT JOIN stance ON stance.id = t.stance_id LEFT JOIN party "ref_party" ON "ref_party".id = stance."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = stance."proposition_id" LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" LEFT JOIN document "ref_verifiedAgainst" ON "ref_verifiedAgainst".id = t."verified_against_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_party".key, E'\t', "ref_proposition".key, E'\t', stance."held_from", E'\t', t."ordinal", E'\t', "ref_document".key, E'\t', t."role", E'\t', to_json(t."locator"), E'\t', to_json(t."key_phrase"), E'\t', t."verification", E'\t', to_json(t."verified_at"), E'\t', to_json(t."verified_in"), E'\t', stance.added_in, E'\t', t.added_in, E'\tverifiedAgainst=' || "ref_verifiedAgainst".key)
  FROM citation t LEFT JOIN stance ON stance.id = t.stance_id LEFT JOIN party "ref_party" ON "ref_party".id = stance."party_id" LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = stance."proposition_id" LEFT JOIN document "ref_document" ON "ref_document".id = t."document_id" LEFT JOIN document "ref_verifiedAgainst" ON "ref_verifiedAgainst".id = t."verified_against_id" WHERE t.retired_in = $1
$$;
