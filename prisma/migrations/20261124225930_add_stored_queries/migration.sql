-- CreateTable
CREATE TABLE "stored_query" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "document" TEXT,
    "variables" JSONB NOT NULL,
    "columns" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "stored_query_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stored_query_name_version_key" ON "stored_query"("name", "version");

-- A name becomes an address and the name of a folder.
ALTER TABLE stored_query ADD CONSTRAINT stored_query_name_form CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(name) <= 100);
ALTER TABLE stored_query ADD CONSTRAINT stored_query_version_counts CHECK (version >= 1);

-- Who asks for a version gets what it said.
CREATE TRIGGER stored_query_keep BEFORE UPDATE ON stored_query FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER stored_query_no_delete BEFORE DELETE ON stored_query FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER stored_query_no_truncate BEFORE TRUNCATE ON stored_query FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
