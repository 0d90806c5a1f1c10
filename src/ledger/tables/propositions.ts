import { Precision, PropositionKind, TextScope, Tier } from '#postgres/generated/enums.ts';
import { date, declare, flag, integer, keyOf, later, oneOf, optional, type RowOf, slug, text } from './table.ts';

export const issue = declare({
  name: 'issue',
  key: ['key'],
  catalogue: true,
  columns: {
    key: slug('Slug of the issue.'),
    name: text('Name in English.'),
    summary: optional(text('What the issue is about, in one sentence.')),
    tier: oneOf({ Tier }, '`CORE`, or `EXTENDED` for issues beyond the main ones.', { usual: 'CORE' }),
  },
});

export type IssueRow = RowOf<typeof issue>;

const claims = 'empty for claims';

/** A claim has null in everything after `note`; a roll call has body, session, tabledOn with precision, and textScope. */
export const proposition = declare({
  name: 'proposition',
  key: ['key'],
  catalogue: true,
  columns: {
    key: slug('Slug of the proposition.'),
    kind: oneOf({ PropositionKind }, 'Claim or roll call.', { usual: 'CLAIM' }),
    text: text('The sentence; for a roll call the title of the text that was voted on.'),
    note: optional(text('Note by the curators.')),
    shortTitle: later(
      optional(
        text(
          `The few words under which the source lists a roll call, as it writes them; ${claims} and where it has none.`,
        ),
      ),
    ),
    body: optional(text(`Body that voted; ${claims}.`)),
    session: optional(integer(`Session number; ${claims}.`)),
    series: later(
      optional(
        text(
          `Series of meetings, such as \`ES-11\` for the eleventh emergency special session; ${claims} and where it is the regular session of that number.`,
        ),
      ),
    ),
    symbol: optional(text(`Symbol of the resolution or draft; ${claims} and where unknown.`)),
    tabledOn: optional(date(`Day of the vote; ${claims}.`)),
    tabledOnPrecision: optional(oneOf({ Precision }, `How exact that day is; ${claims}.`)),
    textScope: optional(oneOf({ TextScope }, `How much of the text was put to the vote; ${claims}.`)),
    important: optional(
      flag(`Whether the US State Department called the vote important; ${claims} and where unknown.`),
    ),
    yes: optional(integer(`Votes in favour; ${claims} and where unknown.`, { minimum: 0 })),
    no: optional(integer(`Votes against; ${claims} and where unknown.`, { minimum: 0 })),
    abstain: optional(integer(`Abstentions; ${claims} and where unknown.`, { minimum: 0 })),
    document: optional(keyOf('document', `Document of the roll call, which its votes cite; ${claims}.`)),
  },
});

export type PropositionRow = RowOf<typeof proposition>;

export const propositionIssue = declare({
  name: 'proposition_issue',
  key: ['proposition', 'issue'],
  catalogue: false,
  owner: { table: 'proposition', key: ['proposition'] },
  columns: { proposition: keyOf('proposition', 'The proposition.'), issue: keyOf('issue', 'The issue.') },
});

export type PropositionIssueRow = RowOf<typeof propositionIssue>;
