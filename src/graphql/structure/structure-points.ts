import type { Around, RawArguments } from '../cost/field-cost.ts';
import { cellPoints, compared, derivingPoints, pairPoints, within } from '../cost/points.ts';

type Size = Pick<Around, 'parties'>;

/** Points of finding the axes of a map. */
export const mapPoints = (_args: RawArguments, { parties }: Size): number =>
  100 + parties ** 2 / 20 + parties ** 3 / 700;

/** Points of joining parties to groups and of choosing how many. */
export const groupPoints = (_args: RawArguments, { parties }: Size): number => 20 + parties ** 2 / 20;

/** Groups that a structure has: 8 at most unless more are asked for. */
export const usualGroups = 8;

/** Members of a group: all groups together have each party once. */
export const membersOfGroup = (_args: RawArguments, { parties }: Size): number => parties / 4;

/** Points of looking for bridges between each two groups. */
export const bridgePoints = (args: RawArguments, around: Around): number =>
  groupPoints(args, around) + usualGroups ** 2 * around.parties;

/** Points of comparing every bloc with every group. */
export const blocsBesidePoints = (args: RawArguments, around: Around): number =>
  groupPoints(args, around) + (around.ledger.otherParties * usualGroups * around.parties) / 10;

/** Periods that a series usually has at most. */
const usually = 120;

const yearOf = (day: unknown): number | null => (typeof day === 'string' ? Number(day.slice(0, 4)) : null);

/** What is known of a series: `page` is how many periods it has. None begins after `asOf`, which is today unless it is given. */
export function seriesSize(args: RawArguments, around: Around) {
  const asOf = yearOf(within(args.scope, 'asOf')) ?? new Date().getUTCFullYear();
  const span = 1 + Math.min(yearOf(args.until) ?? asOf, asOf) - (yearOf(args.from) ?? 1_900);
  return { ...compared(args, around), page: span >= 1 ? Math.min(usually, span) : usually };
}

/** Share of the periods that would take as long if all parties were in each: most were not yet, and fewer take far less. */
const full = 1 / 8;

/** Whether claims may be in scope, of which those count that are in force on the last day of a period. */
function hasClaims({ scope }: RawArguments): boolean {
  const kinds = within(scope, 'kinds');
  if (kinds == null) return within(scope, 'rollCalls') == null || within(scope, 'propositions') != null;
  return [kinds].flat().includes('CLAIM');
}

/**
 * Points of a structure for every period: over roll calls the parties are put side by side once, over claims in every period; what is asked of their pairs
 * is asked in every period.
 */
export function seriesPoints(args: RawArguments, around: Around): number {
  const size = { ...around, ...seriesSize(args, around) };
  const apart = size.page * full * (mapPoints(args, size) + groupPoints(args, size));
  const claims = { ...size, propositions: Math.min(size.propositions, around.ledger.claims) };
  const daily = hasClaims(args) ? size.page * (cellPoints(claims) + derivingPoints(claims)) : 0;
  return 200 + 2 * cellPoints(size) + derivingPoints(size) + pairPoints(size) + apart + daily;
}
