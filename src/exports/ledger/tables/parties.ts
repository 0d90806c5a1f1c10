import { PartyKind, Verification } from '#postgres/generated/enums.ts';
import { addedIn, chosen, maybeChosen, optional, required } from '../ledger-column.ts';
import { addedInRevision, catalogueAt, type LedgerTable } from '../ledger-table.ts';

export const parties: LedgerTable = {
  name: 'parties',
  title: 'Parties',
  description: 'Countries, former ones too, and blocs.',
  primaryKey: ['key'],
  references: [addedInRevision],
  columns: [
    required.text(
      'key',
      't.key',
      'ISO 3166-1 alpha-2 code of a country (3166-3 of a former one, else `X-…`); slug of a bloc.',
    ),
    chosen('kind', 't.kind', PartyKind, 'Country or bloc.'),
    optional.text('iso3', 't.iso3', 'ISO 3166-1 alpha-3 code; empty for blocs and where there is none.', {
      pattern: '[A-Z]{3}',
    }),
    required.text('name', 't.name', 'Name in English.'),
    required.array('aliases', "coalesce(to_jsonb(t.aliases), '[]')", 'Other names, as a JSON array of strings.'),
    optional.date('founded', 't.founded', 'Day on which a bloc was founded; empty for countries.'),
    optional.text('note', 't.note', 'Note by the curators.'),
    maybeChosen(
      'verification',
      't.verification',
      Verification,
      'How far the record of a bloc was checked; empty for countries.',
    ),
    required.array(
      'addresses',
      "coalesce(to_jsonb(t.addresses), '[]')",
      'Pages that document a bloc, as a JSON array of URLs.',
    ),
    addedIn(),
  ],
  from: (rows) => catalogueAt('party', rows),
  orderBy: 't.key',
};
