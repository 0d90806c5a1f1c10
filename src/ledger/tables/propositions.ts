import type { Precision, PropositionKind, TextScope, Tier } from '#postgres/generated/enums.ts';
import { date, flag, integer, keyOf, oneOf, optionalKeyOf, type Table, text } from './table.ts';

export interface IssueRow {
  readonly key: string;
  readonly name: string;
  readonly summary: string | null;
  readonly tier: Tier;
}

export const issue: Table<IssueRow> = {
  name: 'issue',
  key: ['key'],
  catalogue: true,
  columns: { key: text('key'), name: text('name'), summary: text('summary'), tier: oneOf('Tier', 'tier') },
};

/** A claim has null in everything after `note`; a roll call has body, session, tabledOn with precision, and textScope. */
export interface PropositionRow {
  readonly key: string;
  readonly kind: PropositionKind;
  readonly text: string;
  readonly note: string | null;
  readonly body: string | null;
  readonly session: number | null;
  readonly symbol: string | null;
  readonly tabledOn: string | null;
  readonly tabledOnPrecision: Precision | null;
  readonly textScope: TextScope | null;
  readonly important: boolean | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  readonly document: string | null;
}

export const proposition: Table<PropositionRow> = {
  name: 'proposition',
  key: ['key'],
  catalogue: true,
  columns: {
    key: text('key'),
    kind: oneOf('PropositionKind', 'kind'),
    text: text('text'),
    note: text('note'),
    body: text('body'),
    session: integer('session'),
    symbol: text('symbol'),
    tabledOn: date('tabled_on'),
    tabledOnPrecision: oneOf('Precision', 'tabled_on_precision'),
    textScope: oneOf('TextScope', 'text_scope'),
    important: flag('important'),
    yes: integer('yes'),
    no: integer('no'),
    abstain: integer('abstain'),
    document: optionalKeyOf('document'),
  },
};

export interface PropositionIssueRow {
  readonly proposition: string;
  readonly issue: string;
}

export const propositionIssue: Table<PropositionIssueRow> = {
  name: 'proposition_issue',
  key: ['proposition', 'issue'],
  catalogue: false,
  owner: { table: 'proposition', key: ['proposition'] },
  columns: { proposition: keyOf('proposition'), issue: keyOf('issue') },
};
