import type { ExportDefinitionModel } from '#postgres/generated/models.ts';
import type { Database } from '#postgres/open-database.ts';
import { nextRunAt } from '../schedule/export-schedule.ts';

export interface DueRuns {
  readonly database: Database;
  /** Names of destinations; exports to others are left to other workers. */
  readonly destinations: readonly string[];
  readonly now: Date;
  /** Is told of exports whose schedule cannot be read: an earlier version took it. */
  readonly onUnreadable: (definition: ExportDefinitionModel) => void;
}

/**
 * Makes a run, waiting to be begun, of every export that has come due since its schedule was last seen to. However often it came due
 * meanwhile, it is one run, and none where one is waiting already. Any number of processes may do so at once.
 */
export async function makeDueRuns({ database, destinations, now, onUnreadable }: DueRuns): Promise<void> {
  const definitions = await database.prisma.exportDefinition.findMany({
    where: { schedule: { not: null }, destination: { in: [...destinations] } },
  });
  for (const definition of definitions) {
    const due = nextRunAt(definition);
    if (due === null) onUnreadable(definition);
    else if (due <= now) {
      const { id, schedule, zone, caughtUpTo } = definition;
      await database.pool.query(makeRun, [id, schedule, zone, caughtUpTo, due, now]);
    }
  }
}

// Whoever changes `caught_up_to` first makes the run; who read the definition before that, or before its schedule was amended, none.
const makeRun = `WITH seen_to AS (
    UPDATE export_definition SET caught_up_to = $6
    WHERE id = $1 AND schedule = $2 AND zone = $3 AND caught_up_to = $4
    RETURNING id
  )
  INSERT INTO export_run (definition_id, job_id, cause, created_at)
  SELECT id, gen_random_uuid(), 'SCHEDULE', $5 FROM seen_to
  WHERE NOT EXISTS (SELECT FROM export_run WHERE definition_id = $1 AND cause = 'SCHEDULE' AND status = 'QUEUED')`;

/**
 * The time by which runs are due: that of the database, which all workers share, or of this process when its clock is behind, so that
 * no run seems to have begun before its time.
 */
export async function currentTime({ pool }: Database): Promise<Date> {
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  return new Date(Math.min(Date.now(), ...rows.map((row) => row.now.getTime())));
}
