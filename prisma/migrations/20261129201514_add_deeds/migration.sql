-- CreateTable
CREATE TABLE "deed" (
    "id" SERIAL NOT NULL,
    "proposition_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "other_symbols" TEXT[],
    "sign" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL,
    "address" TEXT,
    "verification" "Verification" NOT NULL,
    "added_in" INTEGER NOT NULL,
    "retired_in" INTEGER,

    CONSTRAINT "deed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "deed_added_in_idx" ON "deed"("added_in");

-- AddForeignKey
ALTER TABLE "deed" ADD CONSTRAINT "deed_proposition_id_fkey" FOREIGN KEY ("proposition_id") REFERENCES "proposition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deed" ADD CONSTRAINT "deed_added_in_fkey" FOREIGN KEY ("added_in") REFERENCES "revision"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deed" ADD CONSTRAINT "deed_retired_in_fkey" FOREIGN KEY ("retired_in") REFERENCES "revision"("number") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE FUNCTION canonical_deed(revision integer) RETURNS TABLE (change text, subject text, line text) LANGUAGE sql STABLE AS $$
  SELECT 'ADDED', "ref_proposition".key, concat("ref_proposition".key, E'\t', to_json(t."body"), E'\t', to_json(t."symbol"), E'\t', to_json(t."other_symbols"), E'\t', t."sign", E'\t', to_json(t."reason"), E'\t', to_json(t."address"), E'\t', t."verification")
  FROM deed t LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" WHERE t.added_in = $1
  UNION ALL
  SELECT 'RETIRED', "ref_proposition".key, concat("ref_proposition".key, E'\t', to_json(t."body"), E'\t', to_json(t."symbol"), E'\t', to_json(t."other_symbols"), E'\t', t."sign", E'\t', to_json(t."reason"), E'\t', to_json(t."address"), E'\t', t."verification", E'\t', t.added_in)
  FROM deed t LEFT JOIN proposition "ref_proposition" ON "ref_proposition".id = t."proposition_id" WHERE t.retired_in = $1
$$;

-- Below: what a Prisma schema cannot say ------------------------------------------------------------------------------------

ALTER TABLE deed ADD CONSTRAINT deed_sign CHECK (sign IN (1, -1));

CALL keep_records('deed');
CREATE UNIQUE INDEX deed_once ON deed (proposition_id, body, symbol) WHERE retired_in IS NULL;
CREATE INDEX deed_retired ON deed (retired_in) WHERE retired_in IS NOT NULL;

CALL digest_tables(ARRAY['source', 'verb_guide', 'party', 'membership', 'issue', 'document', 'signatory', 'proposition', 'proposition_issue',
  'deed', 'stance', 'citation', 'absence', 'difference', 'passage', 'passage_party', 'passage_stance']);
