import * as z from 'zod';
import type { Problem } from '#ledger/write/proposal.ts';
import { Position } from '#postgres/generated/enums.ts';
import { formatProblems } from '../files/format-problems.ts';
import { keysAt } from '../files/keys-at.ts';
import { readSourceFile } from '../files/source-file.ts';
import { columnForm, stanceFields } from './column-names.ts';
import { type PositionWords, type Said, wordForm } from './position-words.ts';

const said = z.enum({ ...Position, ABSENT: 'ABSENT' });
const text = z.union([z.string(), z.number().transform(String)], 'text');

const columnsFile = z.strictObject(
  {
    columns: z.record(z.string(), z.nullable(z.string('the name of a column, or null')), 'a mapping').default({}),
    values: z.record(z.string(), text, 'a mapping').default({}),
    parties: z.record(z.string(), z.string('a party'), 'a mapping').default({}),
    positions: z.record(z.string(), said, 'a mapping').default({}),
    scale: z.union([z.literal(1), z.literal(2)], '1 or 2').default(1),
  },
  'a mapping',
);

/** How the CSV files of an import are to be read. */
export interface SheetColumns {
  /** By the form of a header what it is called here; null: not read. */
  readonly renamed: ReadonlyMap<string, string | null>;
  /** By field of stances and citations the text for cells that say nothing. */
  readonly values: ReadonlyMap<string, string>;
  /** What parties are called in the files, and here. */
  readonly parties: ReadonlyMap<string, string>;
  readonly words: PositionWords;
  /** What is wrong when none of the files has a header that is renamed here. */
  readonly unused: (headers: ReadonlySet<string>) => readonly Problem[];
}

/** As without a file. */
export const usualColumns: SheetColumns = {
  renamed: new Map(),
  values: new Map(),
  parties: new Map(),
  words: { scale: 1, own: new Map() },
  unused: () => [],
};

/**
 * Reads the YAML file of `--columns`.
 * @throws IngestError `UNREADABLE`
 */
export async function readColumns(path: string): Promise<SheetColumns | readonly Problem[]> {
  const file = await readSourceFile(path);
  if (file.content === undefined) return file.problems;
  const parsed = columnsFile.safeParse(file.content ?? {});
  if (!parsed.success) return formatProblems(file, parsed.error.issues, (at) => keysAt(columnsFile, at));
  const { columns, values, parties, positions, scale } = parsed.data;
  const byField = Object.entries(values).map(
    ([name, value]) => [name, stanceFields.get(columnForm(name)), value] as const,
  );
  const unknown = byField.filter(([, field]) => field === undefined);
  if (unknown.length > 0)
    return unknown.map(([name]) => ({
      at: file.locateKey(['values'], name),
      found: `a value for "${name}"`,
      expected: 'a column of stances or citations, such as basis, confidence, verification',
    }));
  const renamed = Object.entries(columns).map(([header, name]) => [columnForm(header), name] as const);
  return {
    renamed: new Map(renamed),
    values: new Map(byField.map(([, field, value]) => [field as string, value])), // the unknown ones were refused
    parties: new Map(Object.entries(parties)),
    words: { scale, own: new Map<string, Said>(Object.entries(positions).map(([word, is]) => [wordForm(word), is])) },
    unused: (headers) =>
      Object.keys(columns)
        .filter((header) => !headers.has(columnForm(header)))
        .map((header) => ({
          at: file.locateKey(['columns'], header),
          found: `a column "${header}"`,
          expected: 'a column that one of the CSV files has',
        })),
  };
}
