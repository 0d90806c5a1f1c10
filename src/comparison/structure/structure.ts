import { sharedPropositions } from '#agreement/agreement.ts';
import { agreementSquare, distancesOf } from '#agreement/structure/agreement-square.ts';
import { classicalScaling, type ScaledMap } from '#agreement/structure/classical-scaling.ts';
import { enoughKnown } from '#agreement/structure/enough-known.ts';
import { type Grouping, groupsOf } from '#agreement/structure/groups.ts';
import { type Square, subsquare } from '#agreement/structure/square.ts';
import type { Party } from '#snapshot/catalogue.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Comparison } from '../comparison.ts';
import { speakingParties } from '../speaking-parties.ts';

/** What is asked about the structure of some parties. */
export interface StructureQuestion {
  /** How many groups; null: as many as suits the parties. */
  readonly groups: number | null;
  /** How many axes the map has. */
  readonly dimensions: number;
  /** On which share of the propositions that two parties or more hold a position on a party must hold one; 0 to 1. */
  readonly minimumHeld: number;
}

/** Who stands with whom. The parties of everything in it are in the order of their keys. */
export interface Structure {
  /** Of the parties that hold a position in scope. Its measure is AGREEMENT. */
  readonly comparison: Comparison;
  readonly question: StructureQuestion;
  /** Rows of the comparison: the parties that share enough with the others. */
  readonly rows: readonly number[];
  readonly parties: readonly Party[];
  readonly leftOut: readonly LeftOut[];
  /** The agreement of each two of the parties. */
  readonly agreement: Square;
  /** By party, how many positions it holds that count. */
  readonly held: Int32Array;
}

/** Why a party is in no group or on no map. */
export const leftOutReasons = {
  NO_POSITION: 'It holds no position in scope that counts.',
  HOLDS_TOO_LITTLE: 'It holds a position on too few of the propositions in scope; see `minimumHeld`.',
  SHARES_TOO_LITTLE: 'It has a value with fewer than half of the other parties.',
  PAIR_UNKNOWN: 'It has no value with one of the parties on the map, or with several.',
} as const;

export interface LeftOut {
  readonly party: Party;
  readonly reason: keyof typeof leftOutReasons;
  /** How many positions it holds that count. */
  readonly held: number;
  /** With how many of how many other parties, of those that were left then, it has a value. */
  readonly known: number;
  readonly others: number;
}

/** A party is grouped that has a value with this share of the others. */
const enough = 1 / 2;

/** Counts are whole, so a share that differs by less than this is the same. */
const rounding = 1e-9;

/** The structure of the parties of a comparison, whose measure is AGREEMENT and whose parties are in the order of their keys. */
export function structureOf(asked: Comparison, question: StructureQuestion): Structure {
  const comparison = speakingParties(asked);
  const { policied, policy, parties } = comparison;
  const { square, held } = agreementSquare(policied, policy.minimumShared);
  const least = question.minimumHeld * sharedPropositions(policied) - rounding;
  const all = Array.from(held.keys());
  const holding = all.filter((row) => held[row] !== 0 && (held[row] as number) >= least);
  const { kept, leftOut } = enoughKnown(
    subsquare(square, holding),
    enough,
    holding.map((row) => held[row] as number),
  );
  const rows = kept.map((index) => holding[index] as number);
  const left = (row: number, reason: LeftOut['reason'], known: number, others: number): LeftOut => ({
    party: parties[row] as Party, // a row of the comparison
    reason,
    held: held[row] as number,
    known,
    others,
  });
  const speaking = new Set(parties.map(({ ordinal }) => ordinal));
  return {
    comparison,
    question,
    rows,
    parties: rows.map((row) => parties[row] as Party),
    leftOut: [
      ...asked.parties.flatMap((party): LeftOut[] =>
        speaking.has(party.ordinal)
          ? []
          : [{ party, reason: 'NO_POSITION', held: 0, known: 0, others: asked.parties.length - 1 }],
      ),
      ...all
        .filter((row) => !holding.includes(row))
        .map((row) => {
          const reason = held[row] === 0 ? 'NO_POSITION' : 'HOLDS_TOO_LITTLE';
          return left(row, reason, knownTo(square, row), all.length - 1);
        }),
      ...leftOut.map(({ row, known, others }) => left(holding[row] as number, 'SHARES_TOO_LITTLE', known, others)),
    ].sort((a, b) => (a.party.key < b.party.key ? -1 : 1)),
    agreement: subsquare(square, rows),
    held: Int32Array.from(rows, (row) => held[row] as number),
  };
}

/** How many other parties a party has a value with. */
function knownTo({ size, values }: Square, row: number): number {
  let known = 0;
  for (let other = 0; other < size; other++) if (other !== row && !Number.isNaN(values[row * size + other])) known++;
  return known;
}

/** The groups of a structure; parties as rows of its square. */
export const groupingOf = oncePer(
  ({ agreement, question }: Structure): Grouping => groupsOf(distancesOf(agreement), question.groups),
);

/** A map of those parties of a structure of which every pair has a value. */
export interface PlacedMap extends ScaledMap {
  readonly structure: Structure;
  readonly parties: readonly Party[];
  readonly leftOut: readonly LeftOut[];
}

/** The party to which the first axis points. */
const anchorKey = 'US';

export const mapOf = oncePer((structure: Structure): PlacedMap => {
  const { agreement, parties, held, question } = structure;
  const { kept, leftOut } = enoughKnown(agreement, 1, held);
  const placed = kept.map((row) => parties[row] as Party);
  const anchor = placed.findIndex(({ key }) => key === anchorKey);
  const distances = distancesOf(kept.length === parties.length ? agreement : subsquare(agreement, kept));
  return {
    structure,
    ...classicalScaling(distances, question.dimensions, anchor === -1 ? null : anchor),
    parties: placed,
    leftOut: leftOut.map(({ row, known, others }) => ({
      party: parties[row] as Party,
      reason: 'PAIR_UNKNOWN',
      held: held[row] as number,
      known,
      others,
    })),
  };
});

/** The place of a party on a map, by its index; one number for each axis. */
export const pointOf = ({ coordinates, dimensions }: ScaledMap, index: number): number[] =>
  Array.from(coordinates.subarray(index * dimensions, (index + 1) * dimensions));
