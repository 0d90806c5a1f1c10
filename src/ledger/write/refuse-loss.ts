import { Refusal } from '#refusal/refusal.ts';

/** Of the rows of a table that a source holds, how many would be retired without another one in their place. */
export interface Loss {
  readonly table: string;
  readonly held: number;
  readonly lost: number;
}

/** How much an import may retire without being told so: up to this many rows, or up to this share of them. */
export const freeRows = 20;
export const freeShare = 0.05;

/** How many rows an import retires altogether if that is more than goes without saying, in one of the tables or in all together; else null. */
export function largeLoss(losses: readonly Loss[]): number | null {
  const all = { held: sum(losses.map(({ held }) => held)), lost: sum(losses.map(({ lost }) => lost)) };
  const isLarge = [...losses, all].some(({ held, lost }) => lost > freeRows && lost > held * freeShare);
  return isLarge ? all.lost : null;
}

/**
 * Refuses what would take much of what a source holds out of the ledger, as files that broke off would.
 * @param retireUpTo how many rows may be retired all the same.
 * @throws Refusal `RETIRES_TOO_MUCH`
 */
export function refuseLargeLoss(losses: readonly Loss[], source: string, retireUpTo: number): void {
  const rows = largeLoss(losses);
  if (rows === null || rows <= retireUpTo) return;
  const parts = losses
    .filter(({ lost }) => lost > 0)
    .map(({ table, lost, held }) => `${table} ${lost} of ${held} (${percent(lost / held)})`);
  throw new Refusal(
    'RETIRES_TOO_MUCH',
    `Found ${rows} records of the source ${source} that the files lack: ${parts.join(', ')}. Expected at most ${freeRows} or ${percent(freeShare)} of them, unless --retire-up-to permits more. Nothing was changed. If all of them are to be retired, repeat with --retire-up-to ${rows}; if not, complete the files.`,
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A share as people read it, to three digits. */
export const percent = (share: number): string =>
  `${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(share * 100)} %`;
