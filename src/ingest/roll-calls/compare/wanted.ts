import { onTheDay } from '../check/check-staged.ts';
import { type RecordTable, recordTable } from './record-table.ts';

// Of the voters of a record `said` of a roll call `r` on its day.
const party = `JOIN staged_voter ON ${onTheDay('said.voter', 'r.tabled_on')}`;
const proposition = 'JOIN staged_proposition ON staged_proposition.key = r.key';

/** A vote is a stance from the day of the roll call on. It cites the document of its roll call, so it has no citations of its own. */
export const wantedStances: RecordTable = recordTable(
  'stance',
  {
    party: 'staged_voter.party_id',
    proposition: 'staged_proposition.id',
    heldFrom: 'r.tabled_on',
    position: 'said.position',
    heldFromPrecision: 'r.precision',
    basis: `'VOTE'`,
    confidence: `'HIGH'`,
    tier: `'EXTENDED'`,
  },
  `FROM (SELECT file, line, roll_call, voter, position FROM staged_vote) said
   JOIN (SELECT roll_call, key, tabled_on, precision FROM staged_roll_call) r USING (roll_call) ${proposition} ${party}`,
);

/** Absences: the party could vote and did not. Nothing is recorded for those that were no members. */
export const wantedAbsences: RecordTable = recordTable(
  'absence',
  {
    party: 'staged_voter.party_id',
    proposition: 'staged_proposition.id',
    date: 'r.tabled_on',
    precision: 'r.precision',
    document: 'staged_proposition.document_id',
  },
  `FROM (SELECT file, line, roll_call, voter FROM staged_absence WHERE absent) said
   JOIN (SELECT roll_call, key, tabled_on, precision FROM staged_roll_call) r USING (roll_call) ${proposition} ${party}`,
);

/** The issues of roll calls. */
export const wantedLinks: RecordTable = recordTable(
  'propositionIssue',
  { proposition: 'staged_proposition.id', issue: 'staged_issue.id' },
  `FROM (SELECT file, line, roll_call, issue FROM staged_label) said
   JOIN (SELECT roll_call, key FROM staged_roll_call) r USING (roll_call) ${proposition} JOIN staged_issue ON staged_issue.key = said.issue`,
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
  ...[wantedLinks, wantedStances, wantedAbsences],
];
