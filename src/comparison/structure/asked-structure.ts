import { LRUCache } from 'lru-cache';
import { Refusal } from '#refusal/refusal.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { type AskedComparison, comparisonOf, partiesOf } from '../asked-comparison.ts';
import { type Clock, writtenScope } from '../scope.ts';
import { allCountries } from '../speaking-parties.ts';
import { type Structure, type StructureQuestion, structureOf } from './structure.ts';

/** A structure as somebody asks for it; what is omitted has a default. */
export interface AskedStructure extends AskedComparison {
  readonly groups?: number | null | undefined;
  readonly dimensions?: number | null | undefined;
  readonly minimumHeld?: number | null | undefined;
}

export const usualDimensions = 2;
export const usualMinimumHeld = 0.3;
const mostDimensions = 5;
const mostAskedGroups = 20;

/** The question; throws BAD_INPUT for a number of groups other than 1 to 20 or of axes other than 1 to 5, and for a `minimumHeld` that is no share. */
export const structureQuestionOf = ({ groups, dimensions, minimumHeld }: AskedStructure): StructureQuestion => ({
  groups: groups == null ? null : numberFrom('groups', groups, mostAskedGroups),
  dimensions: numberFrom('dimensions', dimensions ?? usualDimensions, mostDimensions),
  minimumHeld: shareOf(minimumHeld ?? usualMinimumHeld),
});

function shareOf(found: number): number {
  if (found >= 0 && found <= 1) return found;
  throw new Refusal('BAD_INPUT', `minimumHeld: found ${found}, expected a share from 0 to 1.`);
}

function numberFrom(name: string, found: number, most: number): number {
  if (found >= 1 && found <= most) return found;
  throw new Refusal('BAD_INPUT', `${name}: found ${found}, expected 1 to ${most}.`);
}

/** The parties that are asked about in the order of their keys, or all countries; throws as `partiesOf`. */
export const partiesByKey = (texts: readonly string[] | null, ledger: Snapshot): readonly Party[] =>
  texts === null ? allCountries(ledger) : partiesOf(texts, ledger).sort((a, b) => (a.key < b.key ? -1 : 1));

/** The policy that is asked for with the measure that maps and groups are made of. */
export const ofAgreement = (policy: AskedStructure['policy']): AskedStructure['policy'] => ({
  ...policy,
  measure: 'AGREEMENT',
});

const mostBytes = 32 * 1024 * 1024;

/** Its square, the cells of its comparison, and what is made of them. */
export const bytesOfStructure = ({ agreement, comparison }: Structure): number =>
  16 * 1024 + 2 * agreement.values.byteLength + 4 * comparison.matrix.rows * comparison.matrix.columns;

const structuresMade = oncePer(
  (_digests: Snapshot['digests']) =>
    new LRUCache<string, Structure>({
      maxSize: mostBytes,
      sizeCalculation: (made, key) => key.length + bytesOfStructure(made),
    }),
);

/**
 * The structure that is asked for, whatever measure is named: that of AGREEMENT. The latest are remembered.
 * @throws Refusal as `askedComparison` and `structureQuestionOf`
 */
export function askedStructure(snapshot: Snapshot, asked: AskedStructure, clock: Clock): Structure {
  const question = structureQuestionOf(asked);
  const choose = (ledger: Snapshot) => partiesByKey(asked.parties, ledger);
  const comparison = comparisonOf(snapshot, choose, { scope: asked.scope, policy: ofAgreement(asked.policy) }, clock);
  const keys = comparison.parties.map(({ key }) => key);
  const written = JSON.stringify([keys, writtenScope(comparison.scope), comparison.policy, question]);
  const remembered = structuresMade(snapshot.digests);
  const before = remembered.get(written);
  if (before !== undefined) return before;
  const made = structureOf(comparison, question);
  remembered.set(written, made);
  return made;
}
