import { onTheDay } from '../check/said-by-country.ts';
import type { RecordTable } from './compare-records.ts';

/** Who could vote and did not. Of who was not a member nothing is recorded. */
export const wantedAbsences: RecordTable = {
  name: 'absence',
  key: ['party_id', 'proposition_id', 'date'],
  content: ['precision', 'document_id'],
  wanted: `
    SELECT said.file, said.line, unga_period.party_id, unga_proposition.id AS proposition_id, r.tabled_on AS date, r.precision,
      unga_document.id AS document_id
    FROM unga_absence said JOIN unga_roll_call r USING (rcid) JOIN unga_proposition ON unga_proposition.key = r.key
    JOIN unga_document ON unga_document.key = r.key
    JOIN unga_period ON ${onTheDay('said.country', 'r.tabled_on')}
    WHERE said.absent`,
};
