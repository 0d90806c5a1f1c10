import { CronExpressionParser } from 'cron-parser';
import type { Problem } from '#ledger/write/proposal.ts';

/** When an export runs: a cron expression of five fields, read in an IANA zone. */
export interface ExportSchedule {
  readonly cron: string;
  readonly zone: string;
}

/** What is wrong with a schedule; null when nothing is. */
export function scheduleProblem({ cron, zone }: ExportSchedule): Problem | null {
  if (!isZone(zone))
    return { at: 'zone', found: JSON.stringify(zone), expected: 'an IANA time zone such as Europe/Oslo' };
  const expected = 'a cron expression with five fields such as "0 6 * * 1-5"';
  const wrong = { at: 'schedule', found: JSON.stringify(cron), expected };
  if (cron.trim().split(/\s+/).length !== 5) return wrong;
  try {
    CronExpressionParser.parse(cron, { tz: zone }).next();
    return null;
  } catch (error) {
    return { ...wrong, expected: `${expected}: ${(error as Error).message}` };
  }
}

/** The first moment after another at which a schedule is due. */
export const nextTime = ({ cron, zone }: ExportSchedule, after: Date): Date =>
  CronExpressionParser.parse(cron, { tz: zone, currentDate: after }).next().toDate();

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}
