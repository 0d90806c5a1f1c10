import { closeMatches } from '#ledger/rules/close-matches.ts';
import type { TableName } from '#ledger/tables/ledger-rows.ts';
import type { Problem } from '#ledger/write/proposal.ts';
import { columnForm, type FieldNames, fieldNames, stanceFields, usualName } from './column-names.ts';
import type { SheetColumns } from './columns-file.ts';
import { placeIn, type Sheet } from './read-sheet.ts';

/** What the rows of a sheet are: stances in a long or a wide form, records of a table, or nothing to import. */
export type SheetKind = 'STANCES' | 'WIDE' | 'NOTHING' | TableName;

/** What a sheet's header says: which column gives which field. */
export interface Header {
  readonly kind: SheetKind;
  /** Columns by field. */
  readonly columns: ReadonlyMap<string, number>;
  /** Of the wide form: the columns of parties, and what each is called. */
  readonly others: readonly { readonly column: number; readonly called: string }[];
}

interface Form {
  readonly kind: SheetKind;
  readonly names: FieldNames;
  /** Lists of fields; a sheet that has all of one list is of this form. */
  readonly told: readonly (readonly string[])[];
  /** Forms of columns that exports have because they follow from others. */
  readonly derived?: readonly string[];
  /** Whether it has no other columns: else it is another form. */
  readonly isWhole?: true;
}

/** A column of every export, which is not read. */
const ofExports = 'addedin';

const table = (kind: TableName, told: readonly string[], more: Readonly<Record<string, string>> = {}): Form => ({
  kind,
  names: new Map([...fieldNames(kind), ...Object.entries(more)]),
  told: [told],
});

/** What a row of the wide form may say of its proposition; `document` and `precision` are those of the stances. */
const ofWide = ['text', 'kind', 'note', 'body', 'session', 'series', 'symbol', 'tabledOn', 'textScope', 'important'];

const wideNames: FieldNames = new Map([
  ...[...fieldNames('proposition')].filter(([, field]) => ofWide.includes(field)),
  ...[...stanceFields].filter(([, field]) => field !== 'position' && field !== 'party'),
  ['issues', 'issues'],
  ['issue', 'issues'],
]);

/** In the order in which they are tried. */
const forms: readonly Form[] = [
  {
    kind: 'NOTHING',
    names: new Map([
      ['number', 'number'],
      ['digest', 'digest'],
    ]),
    told: [['number', 'digest']],
  },
  {
    ...table('difference', ['proposition', 'party', 'source', 'address']),
    derived: ['ledgerposition'],
    isWhole: true,
  },
  table('deed', ['proposition', 'body', 'symbol', 'sign', 'reason']),
  {
    kind: 'STANCES',
    names: new Map([...stanceFields, ['stancekey', 'stanceKey']]),
    told: [
      ['party', 'proposition', 'position'],
      ['party', 'proposition', 'heldFrom', 'document'],
      ['stanceKey', 'document'],
    ],
    derived: ['key', 'value', 'inforceuntil', 'lastconfirmed'],
  },
  table('absence', ['party', 'proposition', 'date']),
  table('membership', ['bloc', 'member']),
  table('signatory', ['document', 'party', 'role']),
  table('passage', ['key', 'document', 'locator'], {
    partykeys: 'parties',
    stancekeys: 'stances',
    parties: 'parties',
    stances: 'stances',
  }),
  table('source', ['key', 'title', 'licence']),
  table('document', ['key', 'title']),
  table('proposition', ['key', 'text'], { issues: 'issues' }),
  table('party', ['key', 'kind', 'name']),
  table('issue', ['key', 'name']),
  { ...table('propositionIssue', ['proposition', 'issue']), isWhole: true },
  table('verbGuide', ['verb', 'position']),
  { kind: 'WIDE', names: wideNames, told: [['proposition']] },
];

const expectedHeader =
  'party, proposition and position (a row a stance); proposition and a column for each party; or the columns of documents, propositions, issues or parties (docs/importing.md)';

/** The form of a sheet with columns that are called so; null: not read. */
function formOf(called: readonly (string | null)[], { values }: SheetColumns): Form | undefined {
  const read = called.flatMap((name) => (name === null ? [] : [columnForm(name)]));
  return forms.find(({ kind, names, told, derived = [], isWhole }) => {
    const fields = new Set(read.map((name) => names.get(name)));
    // What is said for all rows needs no column.
    const isTold = (field: string) => fields.has(field) || (kind === 'STANCES' && values.has(field));
    const isThis = told.some((some) => some.every(isTold) && some.some((field) => fields.has(field)));
    return (
      isThis && !(isWhole && read.some((name) => !names.has(name) && !derived.includes(name) && name !== ofExports))
    );
  });
}

/** Tells from a header what the rows of a sheet are, or what is wrong with it. */
export function readHeader(sheet: Sheet, as: SheetColumns): Header | readonly Problem[] {
  const called = sheet.header.map((header) => {
    const name = as.renamed.get(columnForm(header));
    return name === undefined ? header : name;
  });
  const at = (column?: number) =>
    placeIn(sheet, sheet.headerLine, column === undefined ? undefined : sheet.header[column]);
  const form = formOf(called, as);
  if (form === undefined) {
    const shown = sheet.header.length === 0 ? 'no header' : `the columns ${sheet.header.slice(0, 12).join(', ')}`;
    return [{ at: at(), found: shown, expected: expectedHeader }];
  }
  const columns = new Map<string, number>();
  const others: { column: number; called: string }[] = [];
  const problems: Problem[] = [];
  for (const [column, name] of called.entries()) {
    if (name === null || form.kind === 'NOTHING') continue;
    const field = form.names.get(columnForm(name));
    if (field !== undefined && columns.has(field))
      problems.push({
        at: at(column),
        found: `a second column for ${sheet.header[columns.get(field) as number]}`,
        expected: 'one',
      });
    else if (field !== undefined) columns.set(field, column);
    else if (form.kind === 'WIDE' && name !== '') others.push({ column, called: name });
    else if (columnForm(name) !== ofExports && !form.derived?.includes(columnForm(name)))
      problems.push(unknownColumn(at(column), name, form));
  }
  if (form.kind === 'WIDE' && others.length === 0)
    problems.push({ at: at(), found: 'no column of a party', expected: expectedHeader });
  return problems.length > 0 ? problems : { kind: form.kind, columns, others };
}

function unknownColumn(at: string, name: string, { names }: Form): Problem {
  const known = [...new Set(names.values())].map(usualName);
  const close = closeMatches(
    name,
    known.map((key) => ({ key, names: [] })),
    1,
  );
  const one = close[0] ?? `one of ${known.join(', ')}`;
  return {
    at,
    found: name === '' ? 'a column without a name' : `a column "${name}"`,
    expected: `${one}; or what it is, or null, in --columns`,
  };
}
