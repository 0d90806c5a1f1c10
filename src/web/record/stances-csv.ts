import type { StanceLineFragment } from '../generated/graphql.ts';
import { csvOf } from '../take-away/csv.ts';
import { endOf } from './in-force.ts';

/** Stances as CSV, a row each, with the revision as known at which they are shown. */
export const stancesCsv = (stances: readonly StanceLineFragment[], asKnownAt: number | null): string =>
  csvOf(
    [
      'stance',
      'party',
      'party_name',
      'proposition',
      'proposition_text',
      'issues',
      'position',
      'held_from',
      'held_from_precision',
      'until',
      'basis',
      'confidence',
      'as_known_at',
    ],
    stances.map((stance) => [
      stance.key,
      stance.party.key,
      stance.party.name,
      stance.proposition.key,
      stance.proposition.text,
      stance.proposition.issues.map(({ key }) => key).join(' '),
      stance.position,
      stance.heldFrom,
      stance.heldFromPrecision,
      endOf(stance),
      stance.basis,
      stance.confidence,
      asKnownAt,
    ]),
  );
