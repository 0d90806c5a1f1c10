import * as z from 'zod';
import {
  Basis,
  ChangeKind,
  CitationRole,
  Confidence,
  DocumentKind,
  MembershipRole,
  MembershipStatus,
  PassageKind,
  Position,
  Precision,
  SignatoryRole,
  Tier,
  Verification,
} from '#postgres/generated/enums.ts';
import { countryKey, day, iso3, key, slug, text, url } from '../tables/fields.ts';
import { type LedgerRows, type TableName, tableNames, tables } from '../tables/ledger-rows.ts';
import { type AnyRow, type CatalogueTable, type Column, rowKey, type Table } from '../tables/table.ts';
import type { Entry, Problem } from '../write/proposal.ts';
import { closeMatches, type Named } from './close-matches.ts';
import type { RowsByKey, Rule } from './rule.ts';

/** Nothing is said twice in one proposal, and no two parties have keys that differ by case alone. */
export const onceEach: Rule = function* (proposal, after) {
  for (const name of tableNames) {
    const table = tables[name] as unknown as Table<AnyRow>; // keys are made the same way for every row type
    const first = new Map<string, string>();
    for (const { row, at } of proposal[name] as unknown as readonly Entry<AnyRow>[]) {
      const key = rowKey(table, row);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, at());
      else yield { at: at(), found: `${name} ${key} again`, expected: `it once (first at ${earlier})` };
    }
  }
  const byLowerCase = Map.groupBy(after.party.keys(), (key) => key.toLowerCase());
  const places = new Map(proposal.party.map(({ row }, place) => [row.key, place]));
  for (const [place, { row, at }] of proposal.party.entries()) {
    const alike = byLowerCase.get(row.key.toLowerCase()) ?? [];
    // Of two that are proposed together, the later one is named.
    const other = alike.find((key) => key !== row.key && (places.get(key) ?? -1) < place);
    if (other !== undefined) {
      yield {
        at: at('key'),
        found: `party "${row.key}" beside "${other}"`,
        expected: 'keys that differ in more than case',
      };
    }
  }
};

const oneOf = (values: Readonly<Record<string, string>>) => z.enum(values, `one of ${Object.keys(values).join(', ')}`);
const maybeText = z.nullable(text);
const precision = oneOf(Precision);
const verification = oneOf(Verification);

const country = z.object({ key: countryKey, iso3: z.nullable(iso3) });
const bloc = z.object({ key: slug, iso3: z.null('nothing for a bloc') });
const called = z.object({
  name: text,
  aliases: z.array(text, 'a list'),
  note: maybeText,
  addresses: z.array(url, 'a list'),
});

/** What every field of a row may hold, where the type of the column does not say it. Keys of other rows are looked up, not judged. */
const formsOf: { readonly [Name in TableName]?: (row: LedgerRows[Name]) => z.ZodType } = {
  party: ({ kind }) => z.intersection(kind === 'COUNTRY' ? country : bloc, called),
  membership: () =>
    z.object({
      bloc: key,
      member: key,
      from: day,
      precision,
      status: oneOf(MembershipStatus),
      role: oneOf(MembershipRole),
      note: maybeText,
    }),
  issue: () => z.object({ key: slug, name: text, summary: maybeText, tier: oneOf(Tier) }),
  document: () => document,
  signatory: () => z.object({ party: key, date: day, role: oneOf(SignatoryRole) }),
  proposition: () => z.object({ key: slug, text, note: maybeText }),
  stance: () => stance,
  citation: () => citation,
  passage: () => passage,
};

const document = z.object({
  key: slug,
  title: text,
  publisher: maybeText,
  kind: oneOf(DocumentKind),
  date: day,
  precision,
  symbol: maybeText,
  addresses: z.array(z.object({ url, read: z.boolean(), note: maybeText }), 'a list'),
  verification,
  note: maybeText,
});
const stance = z.object({
  party: key,
  proposition: key,
  heldFrom: day,
  position: oneOf(Position),
  heldFromPrecision: precision,
  basis: oneOf(Basis),
  confidence: oneOf(Confidence),
  tier: oneOf(Tier),
  changeKind: z.nullable(oneOf(ChangeKind)),
  verb: maybeText,
  rationale: maybeText,
});
const citation = z.object({
  role: oneOf(CitationRole),
  locator: maybeText,
  keyPhrase: maybeText,
  verification,
  verifiedAt: z.nullable(url),
  verifiedIn: maybeText,
});
const passage = z.object({
  key: slug,
  document: key,
  locator: text,
  speaker: maybeText,
  verb: maybeText,
  keyPhrase: maybeText,
  kind: oneOf(PassageKind),
  note: maybeText,
});

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? 'nothing';

/** Keys, texts and addresses have the form that is theirs, and what must be known is not null. Files were judged by their format before. */
export const forms: Rule = function* (proposal) {
  for (const name of tableNames) {
    for (const { row, at } of proposal[name] as readonly Entry<LedgerRows[TableName]>[]) {
      const form = formsOf[name]?.(row as never); // rows and forms of one name are of one type
      for (const { path, message } of form?.safeParse(row).error?.issues ?? []) {
        const value = path.reduce((found: unknown, step) => (found as Record<PropertyKey, unknown>)[step], row);
        const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
        yield { at: at(field.slice(1)), found: shown(value), expected: message };
      }
    }
  }
};

const a = {
  party: 'a party',
  issue: 'an issue',
  proposition: 'a proposition',
  document: 'a document',
  passage: 'a passage',
} as const;

/** The rows that can be named, with the words by which people call them. */
function named(after: RowsByKey, table: CatalogueTable): Named[] {
  if (table === 'party')
    return Array.from(after.party.values(), ({ key, name, aliases }) => ({ key, names: [name, ...aliases] }));
  return Array.from(after[table].keys(), (key) => ({ key, names: [] }));
}

/** `one of …` close matches, or what kind of key was expected. */
export function expectedKey(written: string, table: CatalogueTable, candidates: readonly Named[]): string {
  const matches = closeMatches(written, candidates);
  return matches.length > 0 ? `${a[table]} of the ledger, such as ${matches.join(', ')}` : `${a[table]} of the ledger`;
}

/** Every key that a row names is one of the ledger or of the proposal. */
export const references: Rule = function* (proposal, after) {
  for (const name of tableNames) {
    for (const [field, column] of Object.entries<Column>(tables[name].columns)) {
      if ('references' in column)
        yield* unknownKeys(
          name,
          field,
          column.references,
          proposal[name] as unknown as readonly Entry<AnyRow>[],
          after,
        );
    }
  }
  for (const { row, at } of proposal.passageStance) {
    const key = `${row.party} | ${row.proposition} | ${row.heldFrom}`;
    if (!after.stance.has(key) && after.party.has(row.party) && after.proposition.has(row.proposition)) {
      yield {
        at: at('stance'),
        found: `no stance of ${row.party} on ${row.proposition} from ${row.heldFrom}`,
        expected: 'a stance of the ledger',
      };
    }
  }
};

function* unknownKeys(
  name: TableName,
  field: string,
  target: CatalogueTable,
  entries: readonly Entry<AnyRow>[],
  after: RowsByKey,
): Generator<Problem> {
  if (name === 'citation' && field !== 'document') return; // said of its stance
  for (const { row, at } of entries) {
    const key = row[field];
    if (typeof key !== 'string' || after[target].has(key)) continue;
    yield {
      at: at(field),
      found: `unknown ${target} "${key}"`,
      expected: expectedKey(key, target, named(after, target)),
    };
  }
}
