-- AlterTable
ALTER TABLE "export_definition" ADD COLUMN     "caught_up_to" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "export_run" ADD COLUMN     "destination" TEXT;

-- Each destination has a queue of its own from now on, and nobody looks into the one before: what was under way waits for a new job.
UPDATE export_run SET status = 'QUEUED', step = NULL, step_done = NULL WHERE status IN ('RUNNING', 'RETRYING');
