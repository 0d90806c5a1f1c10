import { csvOf } from '../take-away/csv.ts';
import { type Provenance, provenanceNames, provenanceValues } from '../take-away/provenance.ts';
import { byClarity, type Structure } from './group-cards.tsx';

/** Groups as CSV, a row for each party: its group, how clearly it belongs to it (its silhouette), and how close the group is. */
export const groupsCsv = ({ groups }: Structure, provenance: Provenance): string =>
  csvOf(
    ['party_key', 'party_name', 'group', 'silhouette', 'group_size', 'within', 'outside', ...provenanceNames],
    groups.flatMap(({ number, size, within, outside, members }) =>
      byClarity(members).map(({ party, silhouette }) => [
        party.key,
        party.name,
        number,
        silhouette,
        size,
        within,
        outside,
        ...provenanceValues(provenance),
      ]),
    ),
  );
