import * as z from 'zod';
import { MembershipRole, MembershipStatus, PartyKind, Precision, Verification } from '#postgres/generated/enums.ts';
import { countryKey, iso3, slug, url, text as words } from './forms.ts';
import { date, declare, keyOf, oneOf, optional, type RowOf, slugPattern, text, texts } from './table.ts';

const country = z.object({ key: countryKey, iso3: z.nullable(iso3) });
const others = z.object({ key: slug, iso3: z.null('nothing but for a country') });

export const party = declare({
  name: 'party',
  key: ['key'],
  catalogue: true,
  columns: {
    key: text(
      'ISO 3166-1 alpha-2 code of a country (3166-3 of a former one, else `X-…`); slug of a bloc, a person or a group.',
      {
        form: z.string('a key'),
      },
    ),
    kind: oneOf({ PartyKind }, 'What kind of party it is.'),
    iso3: optional(
      text('ISO 3166-1 alpha-3 code; empty but for countries, and where there is none.', {
        form: z.string('three letters'),
        pattern: '[A-Z]{3}',
      }),
    ),
    name: text('Name in English.'),
    aliases: texts('Other names, as a JSON array of strings.', words),
    founded: optional(date('Day on which a bloc or a group was founded; empty for countries and persons.')),
    note: optional(text('Note by the curators.')),
    verification: optional(oneOf({ Verification }, 'How far the record of a bloc was checked; empty for countries.')),
    addresses: texts('Pages about it, as a JSON array of URLs; none for countries.', url),
  },
  form: ({ kind }) => (kind === 'COUNTRY' ? country : others),
});

export type PartyRow = RowOf<typeof party>;

/** Valid from `from` to the day before `until`. */
export const membership = declare({
  name: 'membership',
  key: ['bloc', 'member', 'from'],
  catalogue: false,
  owner: { table: 'party', key: ['bloc'], isApart: true },
  subject: ['bloc', 'member'],
  columns: {
    bloc: { ...keyOf('party', 'The bloc, or the group.'), pattern: slugPattern },
    member: keyOf('party', 'The member: a country in a bloc, a person in a group; or a bloc that takes part.'),
    from: date('First day.', { exportedAs: 'valid_from' }),
    until: optional(date('Day after the last day; empty while it lasts.', { exportedAs: 'valid_until' })),
    precision: oneOf({ Precision }, 'How exact the days are.', { usual: 'DAY' }),
    status: oneOf({ MembershipStatus }, '`UNCLEAR` memberships are never counted.', { usual: 'CONFIRMED' }),
    role: oneOf({ MembershipRole }, 'A `PARTICIPANT` takes part without being a member and is never counted.'),
    note: optional(text('Note by the curators.')),
  },
});

export type MembershipRow = RowOf<typeof membership>;
