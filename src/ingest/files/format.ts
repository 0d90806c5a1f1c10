import * as z from 'zod';
import {
  count,
  countryKey,
  day,
  iso3,
  key,
  list,
  maybe,
  precision,
  slug,
  text,
  url,
  verification,
} from '#ledger/tables/fields.ts';
import {
  Basis,
  ChangeKind,
  CitationRole,
  Confidence,
  DocumentKind,
  MembershipStatus,
  PassageKind,
  Position,
  PropositionKind,
  TextScope,
  Tier,
} from '#postgres/generated/enums.ts';

const country = z.strictObject({
  key: countryKey,
  iso3: maybe(iso3),
  name: text,
  aliases: list(text),
  note: maybe(text),
});

const member = {
  from: day,
  until: maybe(day),
  precision,
  status: z.enum(MembershipStatus).default('CONFIRMED'),
  note: maybe(text),
};

const bloc = z.strictObject({
  key: slug,
  name: text,
  aliases: list(text),
  founded: maybe(day),
  note: maybe(text),
  verification: maybe(verification),
  addresses: list(url),
  members: list(z.strictObject({ country: key, ...member })),
  participants: list(z.strictObject({ party: key, ...member })),
});

const issue = z.strictObject({ key: slug, name: text, tier: z.enum(Tier).default('CORE'), summary: maybe(text) });

const citation = z.strictObject({
  document: key,
  role: z.enum(CitationRole).default('PRIMARY'),
  locator: maybe(text),
  keyPhrase: maybe(text),
  verification,
  verifiedAt: maybe(url),
  verifiedIn: maybe(text),
});

const stance = z.strictObject({
  party: key,
  from: day,
  until: maybe(day),
  precision,
  position: z.enum(Position),
  verb: maybe(text),
  rationale: maybe(text),
  basis: z.enum(Basis),
  confidence: z.enum(Confidence),
  tier: z.enum(Tier).default('CORE'),
  change: maybe(z.enum(ChangeKind)),
  citations: list(citation),
});

const absence = z.strictObject({ party: key, on: day, precision, document: maybe(key) });

const rollCall = z.strictObject({
  body: text,
  session: count,
  symbol: maybe(text),
  tabled: day,
  precision,
  scope: z.enum(TextScope),
  important: maybe(z.boolean('true or false')),
  yes: maybe(count),
  no: maybe(count),
  abstain: maybe(count),
});

const proposition = z.strictObject({
  key: slug,
  kind: z.enum(PropositionKind).default('CLAIM'),
  issues: list(key),
  text,
  note: maybe(text),
  document: maybe(key),
  rollCall: maybe(rollCall),
  stances: list(stance),
  absences: list(absence),
});

const document = z.strictObject({
  key: slug,
  title: text,
  publisher: maybe(text),
  kind: z.enum(DocumentKind),
  date: day,
  precision,
  symbol: maybe(text),
  verification,
  signed: list(key),
  adopted: list(key),
  associated: list(key),
  acceded: z.record(key, day, 'a mapping of party to date').default({}),
  addresses: list(z.strictObject({ url, read: z.boolean('true or false').default(true), note: maybe(text) })),
  note: maybe(text),
});

const passage = z.strictObject({
  key: slug,
  document: key,
  locator: text,
  speaker: maybe(text),
  verb: maybe(text),
  keyPhrase: maybe(text),
  kind: z.enum(PassageKind),
  parties: list(key),
  stances: list(key),
  note: maybe(text),
});

/** A file of the ledger: any of these lists. seeds/README.md explains every key. */
export const ledgerFile = z.strictObject(
  {
    verbGuide: list(z.strictObject({ verb: text, position: z.enum(Position) })),
    countries: list(country),
    blocs: list(bloc),
    issues: list(issue),
    documents: list(document),
    propositions: list(proposition),
    passages: list(passage),
  },
  'a mapping',
);

export type LedgerFile = z.output<typeof ledgerFile>;
