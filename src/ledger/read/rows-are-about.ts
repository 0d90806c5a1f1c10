/** What a row, called `row`, is about: SQL that gives ids. `from` joins what they come from. */
export interface About {
  readonly party?: string;
  readonly proposition?: string;
  readonly issue?: string;
  readonly from?: string;
}

const ofPair: About = { party: 'row.party_id', proposition: 'row.proposition_id' };
const ofStance: About = { party: 'stance.party_id', proposition: 'stance.proposition_id' };

/** What the rows of each table are about, once for all who tell of changes. Of a document nothing is named: its stances and citations say whom they concern. */
export const rowsAreAbout = {
  stance: [ofPair],
  absence: [ofPair],
  difference: [ofPair],
  citation: [{ ...ofStance, from: 'JOIN stance ON stance.id = row.stance_id' }],
  party: [{ party: 'row.id' }],
  membership: [{ party: 'row.member_id' }, { party: 'row.bloc_id' }],
  signatory: [{ party: 'row.party_id' }],
  passage_party: [{ party: 'row.party_id' }],
  passage_stance: [ofPair],
  proposition: [{ proposition: 'row.id' }],
  proposition_issue: [{ proposition: 'row.proposition_id', issue: 'row.issue_id' }],
  deed: [{ proposition: 'row.proposition_id' }],
  issue: [{ issue: 'row.id' }],
} as const satisfies Readonly<Record<string, readonly About[]>>;

/** The ids of what a row is about as columns; null where it is about none. */
export const columnsOf = ({ party = 'NULL::int', proposition = 'NULL::int', issue = 'NULL::int' }: About): string =>
  `${party} AS party_id, ${proposition} AS proposition_id, ${issue} AS issue_id`;
