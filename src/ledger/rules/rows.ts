import * as z from 'zod';
import type { PartyKind } from '#postgres/generated/enums.ts';
import { countryNames } from '../names/country-names.ts';
import { columnsOf, isOwn } from '../tables/column-sql.ts';
import { anyTables, type TableName, tableNames } from '../tables/ledger-rows.ts';
import type { MembershipRow } from '../tables/parties.ts';
import { type AnyRow, type CatalogueTable, rowKey } from '../tables/table.ts';
import type { Entry, Problem, Proposal } from '../write/proposal.ts';
import { closeMatches, type Named } from './close-matches.ts';
import type { RowsByKey, Rule } from './rule.ts';

const entriesOf = (proposal: Proposal, name: TableName) => proposal[name] as unknown as readonly Entry<AnyRow>[]; // rows as any table has them

/** Nothing is said twice in one proposal, and no two parties have keys that differ by case alone. */
export const onceEach: Rule = function* (proposal, after) {
  for (const name of tableNames) {
    const table = anyTables[name];
    const first = new Map<string, string>();
    for (const { row, at } of entriesOf(proposal, name)) {
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

// What the columns say of a row, without what is said of its owner.
const formOf = Object.fromEntries(
  tableNames.map((name) => {
    const { owner } = anyTables[name];
    const own = columnsOf(anyTables[name]).filter(([field]) => owner?.isApart || !owner?.key.includes(field));
    return [name, z.object(Object.fromEntries(own.map(([field, { form }]) => [field, form])))];
  }),
) as unknown as Readonly<Record<TableName, z.ZodType>>;

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? 'nothing';

/** Every field has the form that its column is declared with. Files were judged by their format before. */
export const forms: Rule = function* (proposal) {
  for (const name of tableNames) {
    const { form } = anyTables[name];
    for (const { row, at } of entriesOf(proposal, name)) {
      for (const { path, message } of issuesOf(row, form ? [form(row), formOf[name]] : [formOf[name]])) {
        const value = path.reduce((found: unknown, step) => (found as Record<PropertyKey, unknown>)[step], row);
        const field = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
        yield { at: at(field.slice(1)), found: shown(value), expected: message };
      }
    }
  }
};

const issuesOf = (row: AnyRow, forms: readonly z.ZodType[]) =>
  forms.flatMap((form) => form.safeParse(row).error?.issues ?? []);

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
    return Array.from(after.party.values(), ({ key, name, aliases }) => ({
      key,
      names: [name, ...aliases, ...(countryNames().get(key)?.names ?? [])],
    }));
  return Array.from(after[table].keys(), (key) => ({ key, names: [] }));
}

/** `one of …` close matches, or what kind of key was expected. */
export function expectedKey(written: string, table: CatalogueTable, candidates: readonly Named[]): string {
  const matches = closeMatches(written, candidates);
  return matches.length > 0 ? `${a[table]} of the ledger, such as ${matches.join(', ')}` : `${a[table]} of the ledger`;
}

// Without the keys in a stance that a row belongs to: they are said of the stance.
const referring = tableNames.flatMap((name) =>
  columnsOf(anyTables[name]).flatMap(([field, { references }]) =>
    references !== undefined && isOwn(anyTables[name], field) ? [{ name, field, references }] : [],
  ),
);

/** Every key that a row names is one of the ledger or of the proposal. */
export const references: Rule = function* (proposal, after) {
  for (const { name, field, references } of referring) {
    yield* unknownKeys(entriesOf(proposal, name), field, references, after);
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
  entries: readonly Entry<AnyRow>[],
  field: string,
  target: CatalogueTable,
  after: RowsByKey,
): Generator<Problem> {
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

const end = ({ until }: MembershipRow) => until ?? '9999-12-31';
const overlap = (a: MembershipRow, b: MembershipRow) => a.from < end(b) && b.from < end(a);
const period = ({ from, until }: MembershipRow) => (until === null ? `from ${from}` : `${from} to ${until}`);

/** Whose members are of which kind. */
const membersOf: Readonly<Partial<Record<PartyKind, { readonly kind: PartyKind; readonly expected: string }>>> = {
  BLOC: { kind: 'COUNTRY', expected: 'a country, or the bloc as a participant' },
  GROUP: { kind: 'PERSON', expected: 'a person, or the group as a participant' },
};

const words: Readonly<Record<PartyKind, string>> = {
  COUNTRY: 'country',
  BLOC: 'bloc',
  PERSON: 'person',
  GROUP: 'group',
};

/**
 * Blocs and groups have members: countries those, persons these. A member belongs to a bloc or a group once at a time. A bloc can take part in
 * another.
 */
export const memberships: Rule = function* (proposal, after) {
  const byPair = Map.groupBy(after.membership.values(), ({ bloc, member }) => `${bloc} | ${member}`);
  const proposed = new Set(proposal.membership.map(({ row }) => row));
  for (const { row, at } of proposal.membership) {
    const [whole, member] = [after.party.get(row.bloc)?.kind, after.party.get(row.member)?.kind];
    const members = whole === undefined ? undefined : membersOf[whole];
    if (whole !== undefined && members === undefined) {
      yield { at: at('bloc'), found: `members of the ${words[whole]} ${row.bloc}`, expected: 'a bloc or a group' };
    }
    if (row.role === 'MEMBER' && members !== undefined && member !== undefined && member !== members.kind) {
      yield { at: at('member'), found: `the ${words[member]} ${row.member} as a member`, expected: members.expected };
    }
    if (row.role === 'PARTICIPANT' && row.bloc === row.member) {
      yield { at: at('member'), found: `${row.member} in itself`, expected: 'another party' };
    }
    for (const other of byPair.get(`${row.bloc} | ${row.member}`) ?? []) {
      // Of two that are proposed together, the later one is named.
      if (overlap(row, other) && (other.from < row.from || (other.from > row.from && !proposed.has(other)))) {
        yield {
          at: at('from'),
          found: `${row.member} in ${row.bloc} ${period(row)}, which overlaps ${period(other)}`,
          expected: 'one membership at a time',
        };
      }
    }
  }
};

/** What ends, ends after it begins. */
export const periods: Rule = function* (proposal) {
  for (const { row, at } of proposal.stance) {
    if (row.heldUntil !== null && row.heldUntil <= row.heldFrom) {
      yield { at: at('heldUntil'), found: `held until ${row.heldUntil}`, expected: `a day after ${row.heldFrom}` };
    }
  }
  for (const { row, at } of proposal.membership) {
    if (row.until !== null && row.until <= row.from) {
      yield { at: at('until'), found: `until ${row.until}`, expected: `a day after ${row.from}` };
    }
  }
};
