import type { PassageKind } from '#postgres/generated/enums.ts';
import { date, keyOf, oneOf, type Table, text } from './table.ts';

export interface PassageRow {
  readonly key: string;
  readonly document: string;
  readonly locator: string;
  readonly speaker: string | null;
  readonly verb: string | null;
  readonly keyPhrase: string | null;
  readonly kind: PassageKind;
  readonly note: string | null;
}

export const passage: Table<PassageRow> = {
  name: 'passage',
  key: ['key'],
  catalogue: true,
  columns: {
    key: text('key'),
    document: keyOf('document'),
    locator: text('locator'),
    speaker: text('speaker'),
    verb: text('verb'),
    keyPhrase: text('key_phrase'),
    kind: oneOf('PassageKind', 'kind'),
    note: text('note'),
  },
};

export interface PassagePartyRow {
  readonly passage: string;
  readonly party: string;
}

export const passageParty: Table<PassagePartyRow> = {
  name: 'passage_party',
  key: ['passage', 'party'],
  catalogue: false,
  owner: { table: 'passage', key: ['passage'] },
  columns: { passage: keyOf('passage'), party: keyOf('party') },
};

export interface PassageStanceRow {
  readonly passage: string;
  readonly party: string;
  readonly proposition: string;
  readonly heldFrom: string;
}

export const passageStance: Table<PassageStanceRow> = {
  name: 'passage_stance',
  key: ['passage', 'party', 'proposition', 'heldFrom'],
  catalogue: false,
  owner: { table: 'passage', key: ['passage'] },
  columns: {
    passage: keyOf('passage'),
    party: keyOf('party'),
    proposition: keyOf('proposition'),
    heldFrom: date('held_from'),
  },
};
