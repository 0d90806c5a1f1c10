-- CreateTable
CREATE TABLE "difference" (
    "id" SERIAL NOT NULL,
    "proposition_id" INTEGER NOT NULL,
    "party_id" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "position" "Position",
    "address" TEXT,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "difference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "difference_party_id_idx" ON "difference"("party_id");

-- CreateIndex
CREATE INDEX "difference_added_in_idx" ON "difference"("added_in");

-- AddForeignKey
ALTER TABLE "difference" ADD CONSTRAINT "difference_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difference" ADD CONSTRAINT "difference_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difference" ADD CONSTRAINT "difference_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "difference" ADD CONSTRAINT "difference_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE FUNCTION canonical_difference(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_proposition".key, E'\t', "ref_party".key, E'\t', to_json(t."source"), E'\t', t."position", E'\t', to_json(t."address"))
  FROM difference t LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_proposition".key, E'\t', "ref_party".key, E'\t', to_json(t."source"), E'\t', t."position", E'\t', to_json(t."address"), E'\t', t.added_in)
  FROM difference t LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" LEFT JOIN party "ref_party" ON "ref_party".id = t."party_id" WHERE t.retired_in = $1
$$;

-- Below: what a Prisma schema cannot say ------------------------------------------------------------------------------------

CALL keep_records('difference');
CREATE UNIQUE INDEX difference_once ON difference (proposition_id, party_id, source) WHERE retired_in IS NULL;
CREATE INDEX difference_retired ON difference (retired_in) WHERE retired_in IS NOT NULL;

CALL digest_tables(ARRAY['source', 'verb_guide', 'party', 'membership', 'issue', 'document', 'signatory', 'proposition', 'proposition_issue',
  'stance', 'citation', 'absence', 'difference', 'passage', 'passage_party', 'passage_stance']);
