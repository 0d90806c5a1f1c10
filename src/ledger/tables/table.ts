import * as z from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { count, day, key as keyForm, slug as slugForm, text as textForm } from './forms.ts';

/** Tables whose rows have a key of their own. */
export type CatalogueTable = 'party' | 'issue' | 'proposition' | 'document' | 'passage';

/** A field of the rows of a table: how it is kept, what it takes and what it means. Reading, checking, writing and exporting follow from it. */
export interface Column<Value = unknown> {
  /** Its name in the database. */
  readonly column: string;
  /** SQL type of the value; of the key of another row `text`. */
  readonly type: string;
  /** The table of which it names a row by its key; `column` contains the id. */
  readonly references?: CatalogueTable;
  /** Whether it can be null: nothing is known. */
  readonly isOptional: boolean;
  /** What a value has to be, whether a file or the API says it. */
  readonly form: z.ZodType<Value>;
  /** The value where nothing is said; undefined: something has to be said. */
  readonly usual?: Value;
  /** What it means, for the readers of exports; with what an empty value means, where that is not only "unknown". */
  readonly description: string;
  /** Name in exports, where that is another than follows from `column`. */
  readonly exportedAs?: string;
  /** All the values that there can be. */
  readonly oneOf?: readonly string[];
  /** A regular expression that every value matches from its first to its last character. */
  readonly pattern?: string;
  readonly minimum?: number;
  /** It is younger than the digests of revisions: see `canonicalFunction`. */
  readonly isLater?: true;
}

/**
 * One table of the ledger, declared once: its reading, checking, comparing, writing, digests and exports follow from this. A `Row` names other rows
 * by key, dates as YYYY-MM-DD, and has null where nothing is known.
 */
export interface Table<Row> {
  readonly name: string;
  /** Fields that together say which row it is, among the rows that are not retired. */
  readonly key: readonly (keyof Row & string)[];
  /** Texts may be amended in place; the database keeps what they said before. */
  readonly catalogue: boolean;
  readonly columns: { readonly [Field in keyof Row & string]: Column<Row[Field]> };
  /**
   * The row that this one is a part of; `isApart`: it may change without the owner. Of a stance a new version may come, so its key is in its own row
   * alone.
   */
  readonly owner?: { readonly table: string; readonly key: readonly (keyof Row & string)[]; readonly isApart?: true };
  /**
   * Fields that say what a row is about, when several may be about the same: whoever writes one of these writes all of them, so that a changed date
   * corrects a row rather than adding one.
   */
  readonly subject?: readonly (keyof Row & string)[];
  /** What else a row has to be, given the whole of it. */
  readonly form?: (row: Row) => z.ZodType;
}

/** The rows of a declared table. */
export type RowOf<T> = T extends Table<infer Row> ? Row : never;

/** A row of any table, as code sees it that serves every table. */
export type AnyRow = Readonly<Record<string, unknown>>;

type Field<Value> = Omit<Column<Value>, 'column'>;
type Fields = Readonly<Record<string, Field<unknown>>>;
type RowWith<F extends Fields> = { readonly [Name in keyof F]: z.output<F[Name]['form']> };

/** Declares a table. A column is called as its field, in lower case with underscores; one that names another row also has `_id`. */
export function declare<const F extends Fields>(
  table: Omit<Table<RowWith<F>>, 'columns'> & { readonly columns: F },
): Table<RowWith<F>> {
  const columns = Object.entries(table.columns).map(([name, field]) => {
    const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return [name, { ...field, column: field.references === undefined ? column : `${column}_id` }];
  });
  return { ...table, columns: Object.fromEntries(columns) };
}

type More<Value> = Partial<Pick<Column<Value>, 'form' | 'usual' | 'exportedAs' | 'pattern' | 'minimum'>>;

const value =
  <Value>(type: string, form: z.ZodType<Value>) =>
  (description: string, more: More<Value> = {}): Field<Value> => ({
    type,
    form,
    description,
    isOptional: false,
    ...more,
  });

export const text = value<string>('text', textForm);
export const date = value<string>('date', day);
export const integer = value<number>('integer', count);
export const flag = value<boolean>('boolean', z.boolean('true or false'));

/** A key of its own, or of a row of whichever table: `seed-c01`. */
export const slugPattern = '[a-z0-9]+(-[a-z0-9]+)*';
export const slug = (description: string) => text(description, { form: slugForm, pattern: slugPattern });

export const texts = (description: string, item: z.ZodType<string>) =>
  value<readonly string[]>('text[]', z.array(item, 'a list'))(description, { usual: [] });

/** Plain data; arrays alone so far. */
export const json = <Value>(description: string, form: z.ZodType<Value>, usual: Value) =>
  value('jsonb', form)(description, { usual });

/** One of the values of an enum, given by its name: `oneOf({ Basis }, …)`. */
export function oneOf<Value extends string>(
  named: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  description: string,
  more: More<NoInfer<Value>> = {},
): Field<Value> & { readonly oneOf: readonly Value[] } {
  const [[name, values]] = Object.entries(named) as [[string, Readonly<Record<string, Value>>]]; // one is given
  const form = z.enum(values, `one of ${Object.keys(values).join(', ')}`) as z.ZodType<Value>;
  return { ...value(`"${name}"`, form)(description, more), oneOf: Object.values(values) };
}

/** The key of a row of another table. */
export const keyOf = (references: CatalogueTable, description: string): Field<string> => ({
  ...value('text', keyForm)(description, references === 'party' ? {} : { pattern: slugPattern }),
  references,
});

/** A field that is null where nothing is known. */
export const optional = <Value>(field: Field<Value>): Field<Value | null> => ({
  ...field,
  isOptional: true,
  form: z.nullable(field.form),
  usual: null,
});

/** A field that was added to a table when there were digests already. */
export const later = <Value>(field: Field<Value>): Field<Value> => ({ ...field, isLater: true });

const joined = <Row>(row: Row, fields: readonly (keyof Row & string)[]): string =>
  fields.map((field) => String(row[field])).join(' | ');

/** Identity of a row within its table, as one string. */
export const rowKey = <Row>(table: Table<Row>, row: Row): string => joined(row, table.key);

/** Identity of the row that a part belongs to; empty for a row that is no part. */
export const ownerKey = <Row>({ owner }: Table<Row>, row: Row): string => joined(row, owner?.key ?? []);

/** What a row says, as one string: equal exactly when nothing of it differs. */
export const rowContent = <Row>(table: Table<Row>, row: Row): string =>
  canonicalJson(Object.keys(table.columns).map((field) => row[field as keyof Row] ?? null));

/** The keys by which rows name rows of a catalogue table. */
export const keysNamed = <Row>(table: Table<Row>, rows: readonly Partial<Row>[], named: CatalogueTable): string[] => {
  const fields = Object.entries<Column>(table.columns).filter(([, { references }]) => references === named);
  const keys = rows.flatMap((row) => fields.map(([field]) => row[field as keyof Row]));
  return [...new Set(keys.filter((key): key is Row[keyof Row] & string => typeof key === 'string'))];
};

/** What an input says of a row. Whether everything is there that has to be is for the rules to say. */
export type Said<Row> = { readonly [Field in keyof Row]?: Row[Field] | null | undefined };

/**
 * A row, or of a part those fields that `Part` has, as an input says it: with null in every optional field of which nothing is said. Other things
 * that the input says are left out.
 */
export function filled<Row, Part extends Partial<Row> = Row>(table: Table<Row>, said: Said<Part>): Part {
  const given = said as AnyRow;
  const fields = Object.entries<Column>(table.columns).filter(
    ([field, { isOptional }]) => isOptional || field in given,
  );
  return Object.fromEntries(fields.map(([field]) => [field, given[field] ?? null])) as Part; // the rules see to what must not be null
}
