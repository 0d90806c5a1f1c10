import * as z from 'zod';
import { symbolText } from '#ledger/symbol-form.ts';
import { deed as deedTable, writtenSymbol } from '#ledger/tables/deeds.ts';
import { document as documentTable } from '#ledger/tables/documents.ts';
import { count, countryKey, day, iso3, key, slug, text, url } from '#ledger/tables/forms.ts';
import { membership, party } from '#ledger/tables/parties.ts';
import { passage as passageTable } from '#ledger/tables/passages.ts';
import { issue as issueTable, proposition as propositionTable } from '#ledger/tables/propositions.ts';
import { source } from '#ledger/tables/sources.ts';
import {
  absence as absenceTable,
  citation as citationTable,
  stance as stanceTable,
  verbGuide,
} from '#ledger/tables/stances.ts';
import type { Column, Table } from '#ledger/tables/table.ts';
import { Precision, TextScope } from '#postgres/generated/enums.ts';

/** Names that files have for fields, where they are others. */
type Names<Row> = Readonly<Partial<Record<keyof Row, string>>>;

type Shape<Row, Named extends Names<Row>> = {
  [Field in keyof Row & string as Named[Field] extends string ? Named[Field] : Field]: z.ZodType<Row[Field]>;
};

/** What a file may say of a row: the fields of its table without those that follow from where it stands. */
function fieldsOf<Row, Left extends keyof Row & string = never, const Named extends Names<Row> = Names<Row>>(
  table: Table<Row>,
  without: readonly Left[] = [],
  names?: Named,
): Shape<Omit<Row, Left>, Named> {
  const said = Object.entries<Column>(table.columns).filter(([field]) => !without.includes(field as Left));
  const shape = said.map(([field, { form, usual }]) => [
    names?.[field as keyof Row] ?? field,
    usual === undefined ? form : form.default(usual),
  ]);
  return Object.fromEntries(shape);
}

const maybe = <Item extends z.ZodType>(item: Item) => z.nullable(item).default(null);
const list = <Item extends z.ZodType>(item: Item) => z.array(item, 'a list').default([]);

const country = z.strictObject({
  ...fieldsOf(party, ['kind', 'founded', 'verification', 'addresses']),
  key: countryKey,
  iso3: maybe(iso3),
});

const member = fieldsOf(membership, ['bloc', 'member', 'role']);

const participants = list(z.strictObject({ party: key, ...member }));

const bloc = z.strictObject({
  ...fieldsOf(party, ['kind', 'iso3']),
  key: slug,
  members: list(z.strictObject({ country: key, ...member })),
  participants,
});

const person = z.strictObject({ ...fieldsOf(party, ['kind', 'iso3', 'founded']), key: slug });

const group = z.strictObject({
  ...fieldsOf(party, ['kind', 'iso3']),
  key: slug,
  members: list(z.strictObject({ person: key, ...member })),
  participants,
});

const citation = z.strictObject(fieldsOf(citationTable, ['party', 'proposition', 'heldFrom', 'ordinal']));

export const stanceNames = {
  heldFrom: 'from',
  heldUntil: 'until',
  heldFromPrecision: 'precision',
  changeKind: 'change',
} as const;

const stance = z.strictObject({
  ...fieldsOf(stanceTable, ['proposition'], stanceNames),
  citations: list(citation),
});

export const absenceNames = { date: 'on' } as const;

const absence = z.strictObject(fieldsOf(absenceTable, ['proposition'], absenceNames));

/** The fields of a proposition that a roll call alone has; in files they stand together, and some have to be there. */
export const ofRollCalls = [
  'body',
  'session',
  'series',
  'symbol',
  'tabledOn',
  'tabledOnPrecision',
  'textScope',
  'important',
  'yes',
  'no',
  'abstain',
] as const;

export const rollCallNames = { tabledOn: 'tabled', tabledOnPrecision: 'precision', textScope: 'scope' } as const;

const rollCall = z.strictObject({
  ...fieldsOf(propositionTable, ['key', 'kind', 'text', 'note', 'document'], rollCallNames),
  body: text,
  session: count,
  tabled: day,
  precision: z.enum(Precision).default('DAY'),
  scope: z.enum(TextScope),
});

const proposition = z.strictObject({
  ...fieldsOf(propositionTable, ofRollCalls),
  issues: list(key),
  rollCall: maybe(rollCall),
  stances: list(stance),
  absences: list(absence),
});

const address = z.strictObject({ url, read: z.boolean('true or false').default(true), note: maybe(text) });

const document = z.strictObject({
  ...fieldsOf(documentTable),
  addresses: list(address),
  signed: list(key),
  adopted: list(key),
  associated: list(key),
  acceded: z.record(key, day, 'a mapping of party to date').default({}),
});

const passage = z.strictObject({ ...fieldsOf(passageTable), parties: list(key), stances: list(key) });

const symbol = writtenSymbol.transform((written) => symbolText(written) as string); // it is one

const deed = z.strictObject({ ...fieldsOf(deedTable), symbol, otherSymbols: list(symbol) });

/** A ledger file: any of these lists. seeds/README.md explains every key. */
export const ledgerFile = z.strictObject(
  {
    sources: list(z.strictObject(fieldsOf(source))),
    verbGuide: list(z.strictObject(fieldsOf(verbGuide))),
    countries: list(country),
    blocs: list(bloc),
    people: list(person),
    groups: list(group),
    issues: list(z.strictObject(fieldsOf(issueTable))),
    documents: list(document),
    propositions: list(proposition),
    deeds: list(deed),
    passages: list(passage),
  },
  'a mapping',
);

export type LedgerFile = z.output<typeof ledgerFile>;
