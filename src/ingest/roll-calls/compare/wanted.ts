import { onTheDay } from '../check/check-staged.ts';
import { type RecordTable, recordTable } from './record-table.ts';

// Of the voter of a record `said` of a roll call `r` on its day, unless another source holds something of it.
const saidOf = `
  JOIN staged_target r USING (roll_call) JOIN staged_voter ON ${onTheDay('said.voter', 'r.day')}
  WHERE NOT EXISTS (
    SELECT FROM staged_other other
    WHERE other.proposition_id = r.proposition_id AND other.party_id = staged_voter.party_id AND NOT other.overruled)`;

/** A vote is a stance from the day of the roll call on. It cites the document of its roll call, so it has no citations of its own. */
const wantedStances: RecordTable = recordTable(
  'stance',
  {
    party: 'staged_voter.party_id',
    proposition: 'r.proposition_id',
    heldFrom: 'r.tabled_on',
    position: 'said.position',
    heldFromPrecision: 'r.precision',
    basis: `'VOTE'`,
    confidence: `'HIGH'`,
    tier: `'EXTENDED'`,
  },
  `FROM (SELECT file, line, roll_call, voter, position FROM staged_vote) said ${saidOf}`,
);

/** Absences: the party could vote and did not. Nothing is recorded for those that were no members. */
const wantedAbsences: RecordTable = recordTable(
  'absence',
  {
    party: 'staged_voter.party_id',
    proposition: 'r.proposition_id',
    date: 'r.tabled_on',
    precision: 'r.precision',
    document: 'r.document_id',
  },
  `FROM (SELECT file, line, roll_call, voter FROM staged_absence WHERE absent) said ${saidOf}`,
);

/** The issues of roll calls; those of another source's are left to it. */
const wantedLinks: RecordTable = recordTable(
  'propositionIssue',
  { proposition: 'r.proposition_id', issue: 'named.id' },
  `FROM (SELECT file, line, roll_call, issue FROM staged_label WHERE NOT withdrawn) said JOIN staged_target r USING (roll_call) JOIN (
      SELECT id, key FROM staged_issue
      UNION ALL SELECT id, key FROM issue WHERE retired_in IS NULL AND key NOT IN (SELECT key FROM staged_issue)) named ON named.key = said.issue
    WHERE NOT r.is_matched`,
);

/** What the files say otherwise than another source. */
const wantedDifferences: RecordTable = recordTable(
  'difference',
  {
    proposition: 'said.proposition_id',
    party: 'said.party_id',
    source: 'said.source',
    position: 'said.position',
    address: 'said.address',
  },
  'FROM staged_difference said',
);

/** Who belongs to which group. */
export const wantedMemberships: RecordTable = recordTable(
  'membership',
  {
    bloc: 'whole.id',
    member: 'part.id',
    from: 'said."from"',
    until: 'said.until',
    precision: 'said.precision',
    status: `'CONFIRMED'`,
    role: `'MEMBER'`,
  },
  'FROM staged_membership said JOIN staged_party whole ON whole.key = said.bloc JOIN staged_party part ON part.key = said.member',
);

/** Whose records these are, where the import says so. */
export const wantedSources: RecordTable = recordTable(
  'source',
  {
    ...{ key: 'said.key', title: 'said.title', publisher: 'said.publisher', citation: 'said.citation' },
    ...{ licence: 'said.licence', licenceAddress: 'said.licence_address', address: 'said.address' },
    reviewedOn: 'said.reviewed_on',
  },
  'FROM staged_source said',
);

/** The revisioned rows of an import, in the order of writing. */
export const records: readonly RecordTable[] = [
  ...[wantedSources, wantedMemberships],
  ...[wantedLinks, wantedStances, wantedAbsences, wantedDifferences],
];
