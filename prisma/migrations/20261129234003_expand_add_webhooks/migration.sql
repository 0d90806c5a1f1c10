-- CreateEnum
CREATE TYPE "WebhookStatus" AS ENUM ('WAITING', 'DELIVERED', 'DEAD');

-- CreateTable
CREATE TABLE "webhook_cursor" (
    "destination" TEXT NOT NULL,
    "ledger" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "problem" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_cursor_pkey" PRIMARY KEY ("destination")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "destination" TEXT NOT NULL,
    "ledger" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "status" "WebhookStatus" NOT NULL DEFAULT 'WAITING',
    "job_id" UUID,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_job_id_key" ON "webhook_delivery"("job_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_status_destination_revision_idx" ON "webhook_delivery"("status", "destination", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_destination_ledger_revision_key" ON "webhook_delivery"("destination", "ledger", "revision");
