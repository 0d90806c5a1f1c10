-- CreateEnum
CREATE TYPE "ExportFormat" AS ENUM ('CSV', 'NDJSON', 'PARQUET');

-- CreateEnum
CREATE TYPE "ExportCompression" AS ENUM ('GZIP', 'ZSTD');

-- CreateEnum
CREATE TYPE "ExportRunCause" AS ENUM ('SCHEDULE', 'REQUEST');

-- CreateEnum
CREATE TYPE "ExportRunStatus" AS ENUM ('QUEUED', 'RUNNING', 'RETRYING', 'PUBLISHED', 'UNCHANGED', 'FAILED');

-- CreateTable
CREATE TABLE "export_definition" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "formats" "ExportFormat"[],
    "compression" "ExportCompression",
    "schedule" TEXT,
    "zone" TEXT NOT NULL DEFAULT 'UTC',
    "destination" TEXT NOT NULL,
    "keep" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "export_definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_run" (
    "id" SERIAL NOT NULL,
    "definition_id" INTEGER NOT NULL,
    "job_id" UUID NOT NULL,
    "cause" "ExportRunCause" NOT NULL,
    "status" "ExportRunStatus" NOT NULL DEFAULT 'QUEUED',
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "requested_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "step" TEXT,
    "step_done" DOUBLE PRECISION,
    "revision" INTEGER,
    "version" TEXT,
    "rows" JSONB,
    "error" TEXT,

    CONSTRAINT "export_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "export_definition_name_key" ON "export_definition"("name");

-- CreateIndex
CREATE UNIQUE INDEX "export_run_job_id_key" ON "export_run"("job_id");

-- CreateIndex
CREATE INDEX "export_run_definition_id_idx" ON "export_run"("definition_id");

-- AddForeignKey
ALTER TABLE "export_run" ADD CONSTRAINT "export_run_definition_id_fkey" FOREIGN KEY ("definition_id") REFERENCES "export_definition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A name becomes a folder.
ALTER TABLE export_definition ADD CONSTRAINT export_definition_name_form CHECK (name ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(name) <= 100);
ALTER TABLE export_definition ADD CONSTRAINT export_definition_has_a_format CHECK (cardinality(formats) > 0);
ALTER TABLE export_definition ADD CONSTRAINT export_definition_keeps_one CHECK (keep >= 1);
