import type { Problem } from '#ledger/write/proposal.ts';
import { parseCron } from './cron-expression.ts';
import { nextOccurrence } from './occurrences.ts';

/** When an export runs: a cron expression, read in an IANA zone. */
export interface ExportSchedule {
  readonly cron: string;
  readonly zone: string;
}

/** The problem with a schedule; null if it is valid. */
export function scheduleProblem({ cron, zone }: ExportSchedule): Problem | null {
  if (!isZone(zone))
    return {
      at: 'zone',
      found: JSON.stringify(zone),
      expected: 'an IANA time zone such as Europe/Oslo, or an offset such as +02:00',
    };
  const expression = parseCron(cron);
  if ('expected' in expression) return { at: 'schedule', ...expression };
  if (nextOccurrence(expression, zone, Date.now()) !== null) return null;
  return { at: 'schedule', found: JSON.stringify(cron), expected: 'a day that comes: its months have none such' };
}

/**
 * The first occurrence of a schedule after a moment: the only place that says when an export is due. Null when the schedule is not one
 * that `scheduleProblem` takes.
 */
export function nextTime({ cron, zone }: ExportSchedule, after: Date): Date | null {
  const expression = parseCron(cron);
  if ('expected' in expression || !isZone(zone)) return null;
  const next = nextOccurrence(expression, zone, after.getTime());
  return next === null ? null : new Date(next);
}

/** When the next run of a definition is due: past when no worker has seen to it yet, null when it has no schedule. */
export const nextRunAt = ({ schedule: cron, zone, caughtUpTo }: Scheduled): Date | null =>
  cron === null ? null : nextTime({ cron, zone }, caughtUpTo);

/** The columns of a definition that say when it runs. */
export interface Scheduled {
  readonly schedule: string | null;
  readonly zone: string;
  /** Up to when the occurrences of its schedule were seen to. */
  readonly caughtUpTo: Date;
}

// Names, and fixed offsets such as +02:00. Temporal would also take a whole date with its zone in brackets.
const zoneForm = /^(?:[a-z][\w+/-]*|[+-]\d\d:\d\d)$/i;

function isZone(zone: string): boolean {
  if (!zoneForm.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
