import { onTheDay } from '../check/check-staged.ts';
import type { RecordTable } from './compare-records.ts';

/** A vote is a stance from the day of the roll call on. It cites the document of its roll call, so it has no citations of its own. */
export const wantedStances: RecordTable = {
  name: 'stance',
  key: ['party_id', 'proposition_id', 'held_from'],
  content: [
    ...[
      'position',
      'held_from_precision',
      'held_until',
      'basis',
      'confidence',
      'tier',
      'change_kind',
      'verb',
      'rationale',
    ],
  ],
  wanted: `
    SELECT vote.file, vote.line, unga_period.party_id, unga_proposition.id AS proposition_id, vote.position, r.tabled_on AS held_from,
      r.precision AS held_from_precision, NULL::date AS held_until, 'VOTE'::"Basis" AS basis, 'HIGH'::"Confidence" AS confidence,
      'EXTENDED'::"Tier" AS tier, NULL::"ChangeKind" AS change_kind, NULL::text AS verb, NULL::text AS rationale
    FROM unga_vote vote JOIN unga_roll_call r USING (rcid) JOIN unga_proposition ON unga_proposition.key = r.key
    JOIN unga_period ON ${onTheDay('vote.country', 'r.tabled_on')}`,
};

/** Absences: the country could vote and did not. Nothing is recorded for countries that were not members. */
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

/** The issues of roll calls. */
export const wantedLinks: RecordTable = {
  name: 'proposition_issue',
  key: ['proposition_id', 'issue_id'],
  content: [],
  wanted: `
    SELECT label.file, label.line, unga_proposition.id AS proposition_id, unga_issue.id AS issue_id
    FROM unga_label label JOIN unga_roll_call r USING (rcid) JOIN unga_proposition ON unga_proposition.key = r.key
    JOIN unga_issue ON unga_issue.key = label.issue`,
};
