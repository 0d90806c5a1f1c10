import type { TakenStanceFragment } from '../generated/graphql.ts';
import { csvOf } from '../take-away/csv.ts';
import { citationNames, citationValues } from '../take-away/first-citation.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../take-away/provenance.ts';
import { endOf } from './in-force.ts';

/** Stances as CSV, a row each, with the document that shows it and where all of it comes from. */
export const stancesCsv = (stances: readonly TakenStanceFragment[], provenance: Provenance): string =>
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
      'last_confirmed',
      'basis',
      'confidence',
      ...citationNames,
      ...provenanceNames,
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
      stance.lastConfirmed,
      stance.basis,
      stance.confidence,
      ...citationValues(stance.citations),
      ...provenanceValues(provenance),
    ]),
  );
