import { csvOf } from '../take-away/csv.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../take-away/provenance.ts';
import type { Period } from './periods.ts';

/** The maps of all years as CSV, a row for each party and year; coordinates are in units of 1 - agreement. */
export const partyMapCsv = (
  periods: readonly Period[],
  nameOf: (key: string) => string,
  provenance: Provenance,
): string =>
  csvOf(
    ['year', 'party_key', 'party_name', 'axis_1', 'axis_2', ...provenanceNames],
    periods.flatMap(({ label, places }) =>
      Array.from(places, ([key, { x, y }]) => [label, key, nameOf(key), x, y, ...provenanceValues(provenance)]),
    ),
  );
