import { LRUCache } from 'lru-cache';
import type { Period } from '#agreement/series/calendar-periods.ts';
import { type Aligned, procrustes, turned } from '#agreement/structure/procrustes.ts';
import { oncePer } from '#snapshot/once-per.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { snapshotAt } from '#snapshot/snapshot-at.ts';
import { policyOf } from '../asked-comparison.ts';
import { type Clock, resolveScope, writtenScope } from '../scope.ts';
import type { SeriesUnit } from '../series/series-periods.ts';
import { type SeriesQuestion, slicesOf } from '../series/series-slices.ts';
import {
  type AskedStructure,
  bytesOfStructure,
  ofAgreement,
  partiesByKey,
  structureQuestionOf,
} from './asked-structure.ts';
import { mapOf, type PlacedMap, pointOf, type Structure, type StructureQuestion, structureOf } from './structure.ts';

/** The structures of one period after another. */
export interface StructureSeries extends SeriesQuestion {
  readonly question: StructureQuestion;
  /** The earliest first. */
  readonly periods: readonly StructurePeriod[];
}

export interface StructurePeriod {
  readonly period: Period;
  readonly structure: Structure;
  /** Places on the map in the order of its parties, turned to the period it is aligned with. */
  readonly places: readonly (readonly number[])[];
  /** Null where no earlier period shares enough parties: the map is as it would be alone. */
  readonly alignment: Alignment | null;
}

/** How a map was turned. */
export interface Alignment {
  readonly label: string;
  /** How many parties are on both maps. */
  readonly shared: number;
  /** Of the distances between the two places of such a party. */
  readonly rootMeanSquare: number;
}

/** A series as somebody asks for it. */
export interface AskedStructureSeries extends AskedStructure {
  readonly by: SeriesUnit;
  /** Days: periods that end before the one or begin after the other are left out. */
  readonly from?: number | null | undefined;
  readonly until?: number | null | undefined;
}

const mostBytes = 64 * 1024 * 1024;

const bytesOfSeries = ({ periods }: StructureSeries, key: string): number =>
  key.length + periods.reduce((sum, { structure }) => sum + bytesOfStructure(structure), 1_024);

const seriesMade = oncePer(
  (_digests: Snapshot['digests']) =>
    new LRUCache<string, StructureSeries>({ maxSize: mostBytes, sizeCalculation: bytesOfSeries }),
);

/**
 * The series that is asked for. The latest are remembered.
 * @throws Refusal as `askedStructure` and `slicesOf`
 */
export function askedStructureSeries(snapshot: Snapshot, asked: AskedStructureSeries, clock: Clock): StructureSeries {
  const question = structureQuestionOf(asked);
  const scope = resolveScope(snapshot, asked.scope ?? {}, clock);
  const ledger = snapshotAt(snapshot, scope.asKnownAt);
  const parties = partiesByKey(asked.parties, ledger);
  const policy = policyOf(ofAgreement(asked.policy));
  const { by: unit, from = null, until = null } = asked;
  const keys = parties.map(({ key }) => key);
  const written = JSON.stringify([keys, writtenScope(scope), policy, question, unit, from, until]);
  const remembered = seriesMade(snapshot.digests);
  const before = remembered.get(written);
  if (before !== undefined) return before;
  const made = structureSeries({ snapshot, parties, unit, from, scope, policy }, question, until);
  remembered.set(written, made);
  return made;
}

/** The structure of every period that does not begin after the day `until`. */
export function structureSeries(
  series: SeriesQuestion,
  question: StructureQuestion,
  until: number | null = null,
): StructureSeries {
  const periods: StructurePeriod[] = [];
  for (const { period, comparison } of slicesOf(series).slices) {
    if (until !== null && period.from > until) continue;
    const structure = structureOf(comparison, question);
    periods.push({ period, structure, ...alignedWith(periods, mapOf(structure)) });
  }
  return { ...series, question, periods };
}

/** Turns a map to the latest of the earlier ones that shares more parties with it than it has axes, and that has something on each of them. */
function alignedWith(earlier: readonly StructurePeriod[], map: PlacedMap) {
  const places = map.parties.map((_, index) => pointOf(map, index));
  for (const before of earlier.toReversed()) {
    const target = mapOf(before.structure);
    if (target.axes.some(({ eigenvalue }) => eigenvalue === 0)) continue;
    const indexThen = new Map(target.parties.map(({ ordinal }, index) => [ordinal, index]));
    const shared = map.parties.flatMap(({ ordinal }, index) => {
      const then = indexThen.get(ordinal);
      return then === undefined ? [] : [{ now: places[index], before: before.places[then] }];
    });
    if (shared.length <= map.dimensions) continue;
    const aligned = procrustes(pointsOf(shared, 'before'), pointsOf(shared, 'now')) as Aligned; // of one point at least
    const { rootMeanSquare } = aligned;
    const alignment: Alignment = { label: before.period.label, shared: shared.length, rootMeanSquare };
    return { places: places.map((place) => turned(aligned, place)), alignment };
  }
  return { places, alignment: null };
}

type Places = readonly number[] | undefined;

const pointsOf = <When extends string>(shared: readonly { readonly [Name in When]: Places }[], when: When) =>
  shared.map((both) => both[when] ?? []);
