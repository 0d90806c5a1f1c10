import type { Tier } from '#postgres/generated/enums.ts';
import { oneOf, type Table, text } from './table.ts';

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
