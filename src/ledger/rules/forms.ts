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
import type { Entry } from '../revise/proposal.ts';
import { type LedgerRows, type TableName, tableNames } from '../tables/ledger-rows.ts';
import { countryKey, day, iso3, key, slug, text, url } from './fields.ts';
import type { Rule } from './rule.ts';

const oneOf = (values: Readonly<Record<string, string>>) => z.enum(values, `one of ${Object.keys(values).join(', ')}`);
const maybeText = z.nullable(text);
const precision = oneOf(Precision);
const verification = oneOf(Verification);

const country = z.object({ key: countryKey, iso3: z.nullable(iso3) });
const bloc = z.object({ key: slug, iso3: z.null('nothing for a bloc') });
const named = z.object({
  name: text,
  aliases: z.array(text, 'a list'),
  note: maybeText,
  addresses: z.array(url, 'a list'),
});

/** What every field of a row may hold, where the type of the column does not say it. Keys of other rows are looked up, not judged. */
const formsOf: { readonly [Name in TableName]?: (row: LedgerRows[Name]) => z.ZodType } = {
  party: ({ kind }) => z.intersection(kind === 'COUNTRY' ? country : bloc, named),
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
