import type { CoverageOfPartiesQuery } from '../generated/graphql.ts';
import { coverageTexts } from '../texts/en-coverage.ts';
import { locale } from '../texts/intl.ts';
import type { Order } from './question.ts';

export type Coverage = NonNullable<CoverageOfPartiesQuery['coverage']>;
export type Cell = Coverage['cells'][number];

/** An issue; without a key, the propositions that are about none. */
export interface Column {
  readonly key: string | null;
  readonly name: string;
  readonly propositions: number;
}

/** What is known of one party. */
export interface Row {
  readonly key: string;
  readonly name: string;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  /** Positions held, those on several issues once for each. */
  readonly held: number;
}

export interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const { compare } = new Intl.Collator(locale);

/** Cells as rows of parties and columns of issues. */
export function gridOf({ cells }: Coverage, order: Order): Grid {
  const byParty = [...Map.groupBy(cells, ({ party }) => party.key).values()];
  const columns = (byParty[0] ?? []).map(({ issue, propositions }) => ({
    key: issue?.key ?? null,
    name: issue?.name ?? coverageTexts.noIssue,
    propositions,
  }));
  const rows = byParty.flatMap((some): Row[] => {
    const [first] = some;
    if (first === undefined) return [];
    return [{ ...first.party, cells: some, held: some.reduce((sum, { held }) => sum + held, 0) }];
  });
  rows.sort((a, b) => (order === 'known' ? b.held - a.held : 0) || compare(a.name, b.name));
  return { columns, rows };
}
